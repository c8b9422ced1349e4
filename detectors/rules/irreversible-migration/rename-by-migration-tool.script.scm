(call_expression function: (member_expression object: (identifier) @object property: (property_identifier) @method)
  (#any-of? @object "table" "t") (#eq? @method "renameColumn")) @finding
(call_expression function: (member_expression object: (member_expression property: (property_identifier) @object)
  property: (property_identifier) @method)
  (#eq? @object "schema") (#eq? @method "renameTable")) @finding

(call_expression function: (member_expression object: (identifier) @object property: (property_identifier) @method)
  (#any-of? @object "table" "t") (#any-of? @method "dropColumn" "dropColumns")) @finding
(call_expression function: (member_expression object: (member_expression property: (property_identifier) @object)
  property: (property_identifier) @method)
  (#eq? @object "schema") (#any-of? @method "dropTable" "dropTableIfExists")) @finding

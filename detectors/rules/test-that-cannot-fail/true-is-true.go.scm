(call_expression function: (selector_expression operand: (identifier) @library field: (field_identifier) @method)
  arguments: (argument_list . (_) . (true))
  (#any-of? @library "assert" "require") (#any-of? @method "True" "NotNil")) @finding
(call_expression function: (selector_expression operand: (identifier) @library field: (field_identifier) @method)
  arguments: (argument_list . (_) . (false))
  (#any-of? @library "assert" "require") (#eq? @method "False")) @finding

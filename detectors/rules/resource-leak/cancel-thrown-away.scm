; ctx, _ := context.WithTimeout(…), with := and with =.
(short_var_declaration
  left: (expression_list (_) . (identifier) @second .)
  right: (expression_list (call_expression function: (selector_expression
    operand: (identifier) @package field: (field_identifier) @callee)))
  (#eq? @second "_") (#eq? @package "context")
  (#any-of? @callee "WithTimeout" "WithDeadline" "WithCancel")) @finding
(assignment_statement
  left: (expression_list (_) . (identifier) @second .)
  right: (expression_list (call_expression function: (selector_expression
    operand: (identifier) @package field: (field_identifier) @callee)))
  (#eq? @second "_") (#eq? @package "context")
  (#any-of? @callee "WithTimeout" "WithDeadline" "WithCancel")) @finding

; Only as a statement of the goroutine itself.
(go_statement (call_expression function: (func_literal body: (block (statement_list
  (expression_statement (call_expression function: (selector_expression
    operand: (_) @group field: (field_identifier) @method)) @finding)))))
  (#eq? @method "Add") (#match? @group "^(wg|waitGroup|group|.*[wW][gG])$"))

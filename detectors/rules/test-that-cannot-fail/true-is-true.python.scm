(call function: (attribute attribute: (identifier) @method)
  arguments: (argument_list . [(true) (string) (integer)] .)
  (#any-of? @method "assertTrue" "assertIsNotNone")) @finding
(call function: (attribute attribute: (identifier) @method)
  arguments: (argument_list . (false) .)
  (#eq? @method "assertFalse")) @finding
(assert_statement . (true) . (#eq? @finding "assert True")) @finding

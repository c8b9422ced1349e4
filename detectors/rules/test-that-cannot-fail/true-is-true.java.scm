(method_invocation name: (identifier) @method arguments: (argument_list . (true) .)
  (#any-of? @method "assertTrue" "assertNotNull")) @finding
(method_invocation name: (identifier) @method arguments: (argument_list . (false) .)
  (#eq? @method "assertFalse")) @finding

(annotation name: (identifier) @name arguments: (annotation_argument_list (string_literal) @fallback)
  (#eq? @name "Value") (#match? @fallback ":https?://(localhost|127\\.0\\.0\\.1)")) @finding
(method_invocation name: (identifier) @name arguments: (argument_list (string_literal) . (string_literal) @fallback)
  (#any-of? @name "getOrDefault" "getProperty") (#match? @fallback "//(localhost|127\\.0\\.0\\.1)")) @finding

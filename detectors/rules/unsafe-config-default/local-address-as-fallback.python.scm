(call function: (attribute attribute: (identifier) @read)
  arguments: (argument_list . (string) @name . (string) @fallback)
  (#any-of? @read "getenv" "get") (#match? @name "^.[A-Z][A-Z0-9_]+.$")
  (#match? @fallback "//(localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0)")) @finding
(call function: (attribute attribute: (identifier) @read)
  arguments: (argument_list . (string) @name . (string) @fallback)
  (#any-of? @read "getenv" "get") (#match? @name "^.[A-Z0-9_]*(SECRET|PASSWORD|PRIVATE_KEY|API_KEY)[A-Z0-9_]*.$")
  (#not-match? @fallback "^(''|\"\")$")) @finding

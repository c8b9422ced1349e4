(call_expression function: (_) @read
  arguments: (argument_list . (interpreted_string_literal) @name . (interpreted_string_literal) @fallback .)
  (#match? @read "([gG]et[eE]nv|[eE]nvOr|[eE]nvOrDefault|[gG]etEnvOr|SetDefault)$")
  (#match? @fallback "(//|@|^.)(localhost|127\\.0\\.0\\.1)")) @finding
(call_expression function: (_) @read
  arguments: (argument_list . (interpreted_string_literal) @name . (interpreted_string_literal) @fallback .)
  (#match? @read "([gG]et[eE]nv|[eE]nvOr|[eE]nvOrDefault|[gG]etEnvOr|SetDefault)$")
  (#match? @name "(SECRET|PASSWORD|PRIVATE_KEY|API_KEY|secret|password)") (#not-match? @fallback "^..$")) @finding
(call_expression function: (_) @read
  arguments: (argument_list . (call_expression function: (_) @get) . (interpreted_string_literal) @fallback .)
  (#eq? @read "cmp.Or") (#eq? @get "os.Getenv") (#match? @fallback "(//|@|^.)(localhost|127\\.0\\.0\\.1)")) @finding

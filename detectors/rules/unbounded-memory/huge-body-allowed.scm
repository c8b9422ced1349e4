(call_expression function: [(member_expression property: (property_identifier) @parser) (identifier) @parser]
  arguments: (arguments (object (pair key: (property_identifier) @key value: (string) @size)))
  (#any-of? @parser "json" "urlencoded" "raw" "text") (#eq? @key "limit")
  (#match? @size "^.([5-9][0-9]|[0-9]{3,}) ?[mM][bB].$|[gG][bB].$")) @finding

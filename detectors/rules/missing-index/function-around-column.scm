; func.lower(Order.email) == …
(comparison_operator . (call function: (attribute object: (identifier) @func attribute: (identifier) @function)
  arguments: (argument_list . (attribute object: (identifier) @model) .))
  (#eq? @func "func") (#match? @model "^[A-Z]")) @finding

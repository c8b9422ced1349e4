(expression_statement (call_expression function: (identifier) @function arguments: (arguments . (_) .)
  (#eq? @function "expect")) @finding)
; expect(true).toBe(true), expect(1).toBeDefined()
(call_expression function: (member_expression object: (call_expression function: (identifier) @function
  arguments: (arguments . [(true) (number) (string)] .)) property: (property_identifier) @matcher)
  (#eq? @function "expect") (#any-of? @matcher "toBeTruthy" "toBeDefined")) @finding
(call_expression function: (member_expression object: (call_expression function: (identifier) @function
  arguments: (arguments . (true) .)) property: (property_identifier) @matcher) arguments: (arguments . (true) .)
  (#eq? @function "expect") (#any-of? @matcher "toBe" "toEqual")) @finding
(call_expression function: (member_expression object: (call_expression function: (identifier) @function
  arguments: (arguments . (false) .)) property: (property_identifier) @matcher) arguments: (arguments . (false) .)
  (#eq? @function "expect") (#any-of? @matcher "toBe" "toEqual")) @finding

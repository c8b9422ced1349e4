(expression_statement (call_expression function: (identifier) @function (#eq? @function "expect")) @finding)
; expect(true).toBe(true)
(call_expression function: (member_expression object: (call_expression function: (identifier) @function
  arguments: (arguments . [(true) (number) (string)] .)) property: (property_identifier) @matcher)
  (#eq? @function "expect") (#any-of? @matcher "toBe" "toEqual" "toBeTruthy" "toBeDefined")) @finding

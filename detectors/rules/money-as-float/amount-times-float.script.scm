; price * 1.19, parseFloat(amount)
(binary_expression left: [(identifier) (member_expression)] @amount operator: ["*" "/"] right: (number) @factor
  (#match? @factor "^[0-9]*[.][0-9]+$")) @finding
(binary_expression left: (number) @factor operator: "*" right: [(identifier) (member_expression)] @amount
  (#match? @factor "^[0-9]*[.][0-9]+$")) @finding
(call_expression function: (identifier) @parse arguments: (arguments . [(identifier) (member_expression)] @amount)
  (#eq? @parse "parseFloat")) @finding

; An amount and a float literal in one operation.
(binary_operator left: [(identifier) (attribute) (subscript)] @amount right: (float)) @finding
(binary_operator left: (float) right: [(identifier) (attribute) (subscript)] @amount) @finding

; SQL is read by statements (detectors/migrations.cpp) and by queries; of the vocabulary it has names and literals.
(identifier) @identifier
(literal) @string
(program) @module

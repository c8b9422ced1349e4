(parameter_declaration name: (identifier) @name type: (qualified_type)) @finding
(parameter_declaration name: (identifier) @name type: (type_identifier)) @finding

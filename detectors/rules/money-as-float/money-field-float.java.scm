(field_declaration type: (floating_point_type) declarator: (variable_declarator name: (identifier) @field)) @finding
(field_declaration type: (type_identifier) @type declarator: (variable_declarator name: (identifier) @field)
  (#any-of? @type "Double" "Float")) @finding
(record_declaration parameters: (formal_parameters (formal_parameter type: (floating_point_type) name: (identifier) @field) @finding))

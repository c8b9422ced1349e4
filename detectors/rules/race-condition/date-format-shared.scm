(field_declaration (modifiers) @modifiers type: (type_identifier) @type
  declarator: (variable_declarator name: (identifier) @field)
  (#match? @modifiers "static") (#eq? @type "SimpleDateFormat")) @finding

(field_declaration (modifiers) @modifiers type: (type_identifier) @type
  declarator: (variable_declarator . (identifier) @field .)
  (#match? @modifiers "static") (#eq? @type "SimpleDateFormat")) @finding
(field_declaration (modifiers) @modifiers type: (type_identifier) @type
  declarator: (variable_declarator . (identifier) @field . (_) @value .)
  (#match? @modifiers "static") (#eq? @type "SimpleDateFormat") (#not-match? @value "^\\[")) @finding

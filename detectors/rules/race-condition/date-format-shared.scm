(field_declaration (modifiers) @modifiers type: (type_identifier) @type
  (#match? @modifiers "static") (#eq? @type "SimpleDateFormat")) @finding

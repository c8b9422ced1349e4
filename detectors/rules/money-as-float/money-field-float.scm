(field_declaration name: (field_identifier) @field type: (type_identifier) @type
  (#any-of? @type "float64" "float32")) @finding

; What JavaScript alone has; see ../script/facts.scm.
(class_declaration name: (_) @part.name (class_heritage) @part.arguments body: (_) @part.body) @type
(class (class_heritage) @part.arguments body: (_) @part.body) @type
(class name: (_) @part.name (class_heritage) @part.arguments body: (_) @part.body) @type
(field_definition property: (property_identifier) @identifier)
(field_definition property: (_) @part.target value: (_) @part.value) @assign

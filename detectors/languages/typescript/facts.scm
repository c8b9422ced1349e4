; What TypeScript and TSX have beside ../script/facts.scm: types, and parameters that are fields.
(type_identifier) @identifier
(class_declaration name: (_) @part.name (class_heritage (extends_clause) @part.arguments) body: (_) @part.body) @type
(class (class_heritage (extends_clause) @part.arguments) body: (_) @part.body) @type
(class name: (_) @part.name (class_heritage (extends_clause) @part.arguments) body: (_) @part.body) @type
(abstract_class_declaration name: (_) @part.name body: (_) @part.body) @type
(public_field_definition name: (property_identifier) @identifier)
(public_field_definition name: (_) @part.target) @assign
(public_field_definition name: (_) @part.target type: (_) @part.type) @assign
(public_field_definition name: (_) @part.target value: (_) @part.value) @assign
(variable_declarator name: (_) @part.target type: (_) @part.type) @assign @flag.own
(required_parameter pattern: (_) @part.name) @parameter
(required_parameter pattern: (_) @part.name type: (_) @part.type) @parameter
(required_parameter pattern: (_) @part.name value: (_) @part.value) @parameter
(optional_parameter pattern: (_) @part.name) @parameter
(optional_parameter pattern: (_) @part.name type: (_) @part.type) @parameter
(required_parameter (accessibility_modifier)) @flag.own
(required_parameter (decorator) (accessibility_modifier)) @flag.own
(type_annotation (_) @part.value) @group
(generic_type name: (_) @part.value) @group
(nested_type_identifier module: (_) @part.object name: (_) @part.name) @attribute
(as_expression . (_) @part.value) @group
(satisfies_expression . (_) @part.value) @group
(non_null_expression (_) @part.value) @group
(arrow_function return_type: (_)) @lambda
(function_declaration name: (_) @part.name return_type: (_) @part.type) @function
(method_definition name: (_) @part.name return_type: (_) @part.type) @function

; How a Java tree becomes the shared vocabulary; see ../python/facts.scm. A call has no callee of its own: it has an object
; and a name.

; --- names and values
[(identifier) (type_identifier) (this)] @identifier
(field_access object: (_) @part.object field: (_) @part.name) @attribute
(scoped_identifier scope: (_) @part.object name: (_) @part.name) @attribute
(array_access array: (_) @part.object index: (_) @part.value) @subscript
(string_literal) @string
(decimal_integer_literal) @integer
(decimal_floating_point_literal) @float
[(true) (false)] @boolean
(null_literal) @none
(array_initializer) @collection
(binary_expression left: (_) @part.left operator: ["+" "-" "*" "/" "%"] right: (_) @part.right) @binary
(binary_expression operator: ["==" "!=" "<" "<=" ">" ">="]) @compare
(binary_expression left: (_) @part.left operator: ["&&" "||"] right: (_) @part.right) @logical
(unary_expression operand: (_) @part.value) @unary
(unary_expression operator: "!" operand: (_) @part.value) @not
(ternary_expression) @conditional
(parenthesized_expression (_) @part.value) @group
(cast_expression value: (_) @part.value) @group
(generic_type . (_) @part.value) @group

; --- calls
(method_invocation name: (_) @part.name arguments: (_) @part.arguments) @call
(method_invocation object: (_) @part.object name: (_) @part.name arguments: (_) @part.arguments) @call
(object_creation_expression type: (_) @part.callee arguments: (_) @part.arguments) @call

; --- definitions
(method_declaration type: (_) @part.type name: (_) @part.name parameters: (_) @part.parameters) @function
(method_declaration type: (_) @part.type name: (_) @part.name parameters: (_) @part.parameters body: (_) @part.body) @function
(constructor_declaration name: (_) @part.name parameters: (_) @part.parameters body: (_) @part.body) @function
(lambda_expression parameters: (_) @part.parameters body: (_) @part.body) @lambda
[(formal_parameters) (inferred_parameters)] @parameters
(formal_parameter type: (_) @part.type name: (_) @part.name) @parameter
(class_declaration name: (_) @part.name body: (_) @part.body) @type
(class_declaration name: (_) @part.name superclass: (_) @part.arguments body: (_) @part.body) @type
(record_declaration name: (_) @part.name body: (_) @part.body) @type
(interface_declaration name: (_) @part.name body: (_) @part.body) @type
(modifiers) @decorated
(marker_annotation name: (_) @part.value) @decorator
(annotation name: (_) @part.value) @decorator
(field_declaration type: (_) @part.type declarator: (variable_declarator name: (_) @part.target) @assign)
(field_declaration type: (_) @part.type declarator: (variable_declarator name: (_) @part.target value: (_) @part.value) @assign)
(local_variable_declaration type: (_) @part.type declarator: (variable_declarator name: (_) @part.target) @assign @flag.own)
(local_variable_declaration type: (_) @part.type
  declarator: (variable_declarator name: (_) @part.target value: (_) @part.value) @assign @flag.own)
(assignment_expression left: (_) @part.target operator: "=" right: (_) @part.value) @assign
(assignment_expression left: (_) @part.target operator: ["+=" "-=" "*=" "/="] right: (_) @part.value) @augment
(update_expression (_) @part.target) @augment
(resource_specification) @with-item
(resource name: (_) @part.alias value: (_) @part.value) @as

; --- imports
(import_declaration (scoped_identifier scope: (_) @part.module name: (_) @part.name) @import-from)

; --- control
(enhanced_for_statement name: (_) @part.target value: (_) @part.iterable body: (_) @part.body) @loop
(for_statement body: (_) @part.body) @loop
(for_statement condition: (_) @part.condition body: (_) @part.body) @loop
(while_statement condition: (_) @part.condition body: (_) @part.body) @loop
(do_statement body: (_) @part.body condition: (_) @part.condition) @loop
(if_statement condition: (_) @part.condition consequence: (_) @part.body) @branch
[(switch_block_statement_group) (switch_rule)] @case
(try_statement body: (_) @part.body) @try
(try_with_resources_statement body: (_) @part.body) @try
(catch_clause (catch_formal_parameter (catch_type) @part.type name: (_) @part.name) body: (_) @part.body) @except
(finally_clause (block) @part.body) @finally
[(block) (constructor_body)] @block
(program) @module
(expression_statement) @statement
(return_statement) @return
(throw_statement) @raise
(break_statement) @break
(continue_statement) @continue

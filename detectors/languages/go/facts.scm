; How a Go tree becomes the shared vocabulary; see languages/python/facts.scm. An error that is looked at is no
; construct of the grammar: facts/failures.cpp finds it.

; --- names and values
[(identifier) (field_identifier) (type_identifier) (package_identifier) (blank_identifier)] @identifier
(selector_expression operand: (_) @part.object field: (_) @part.name) @attribute
(qualified_type package: (_) @part.object name: (_) @part.name) @attribute
(index_expression operand: (_) @part.object index: (_) @part.value) @subscript
(slice_expression operand: (_) @part.value) @group
(type_assertion_expression operand: (_) @part.value) @group
(pointer_type (_) @part.value) @group
(generic_type type: (_) @part.value) @group
[(interpreted_string_literal) (raw_string_literal)] @string
[(int_literal) (rune_literal)] @integer
(float_literal) @float
[(true) (false)] @boolean
(nil) @none
(expression_list) @collection
(expression_list . (_) @part.value .) @group
(literal_value) @collection
(literal_element (_) @part.value) @group
(keyed_element key: (literal_element (_) @part.name) value: (literal_element (_) @part.value)) @keyword
(binary_expression left: (_) @part.left operator: ["+" "-" "*" "/" "%"] right: (_) @part.right) @binary
(binary_expression operator: ["==" "!=" "<" "<=" ">" ">="]) @compare
(binary_expression left: (_) @part.left operator: ["&&" "||"] right: (_) @part.right) @logical
(unary_expression operand: (_) @part.value) @unary
(unary_expression operator: "&" operand: (_) @part.value) @group
(unary_expression operator: "*" operand: (_) @part.value) @group
(unary_expression operator: "<-" operand: (_) @part.value) @await
(unary_expression operator: "!" operand: (_) @part.value) @not
(parenthesized_expression (_) @part.value) @group

; --- calls; a composite literal is one as well: http.Client{Timeout: t}
(call_expression function: (_) @part.callee arguments: (_) @part.arguments) @call
(composite_literal type: (_) @part.callee body: (_) @part.arguments) @call
(variadic_argument) @spread
(go_statement (_) @part.value) @spawn
(defer_statement (_) @part.value) @deferred

; --- definitions
(function_declaration name: (_) @part.name parameters: (_) @part.parameters) @function
(method_declaration name: (_) @part.name parameters: (_) @part.parameters) @function @flag.own
(method_declaration receiver: (parameter_list (parameter_declaration name: (_) @part.name type: (_) @part.type) @receiver))
(function_declaration body: (_) @part.body) @function
(method_declaration body: (_) @part.body) @function
(function_declaration result: (_) @part.type) @function
(method_declaration result: (_) @part.type) @function
(func_literal parameters: (_) @part.parameters body: (_) @part.body) @lambda
(parameter_list) @parameters
(parameter_declaration name: (_) @part.name type: (_) @part.type) @parameter
(variadic_parameter_declaration name: (_) @part.name) @parameter
(type_spec name: (_) @part.name type: (struct_type (field_declaration_list) @part.body)) @type
(type_spec name: (_) @part.name type: (interface_type)) @type
(field_declaration name: (_) @part.target type: (_) @part.type) @assign
(short_var_declaration left: (_) @part.target right: (_) @part.value) @assign @flag.own
(assignment_statement left: (_) @part.target operator: "=" right: (_) @part.value) @assign
(assignment_statement left: (_) @part.target operator: ["+=" "-=" "*=" "/="] right: (_) @part.value) @augment
[(inc_statement (_) @part.target) (dec_statement (_) @part.target)] @augment
(var_spec name: (_) @part.target) @assign @flag.own
(var_spec name: (_) @part.target type: (_) @part.type) @assign
(var_spec name: (_) @part.target value: (_) @part.value) @assign
(const_spec name: (_) @part.target value: (_) @part.value) @assign
(receive_statement left: (_) @part.target right: (_) @part.value) @assign
(receive_statement left: (_) @part.target ":=" right: (_) @part.value) @assign @flag.own

; --- imports
(import_spec path: (_) @part.module) @import
(import_spec name: (package_identifier) @part.alias path: (_) @part.module) @import

; --- control
(for_statement body: (_) @part.body) @loop
(for_statement (range_clause right: (_) @part.iterable) body: (_) @part.body) @loop
(for_statement (range_clause left: (_) @part.target right: (_) @part.iterable) body: (_) @part.body) @loop
(for_statement (for_clause condition: (_) @part.condition) body: (_) @part.body) @loop
(for_statement . [(binary_expression) (call_expression) (unary_expression) (identifier) (true) (selector_expression)] @part.condition body: (_) @part.body) @loop
(if_statement condition: (_) @part.condition consequence: (_) @part.body) @branch
[(expression_case) (default_case) (type_case) (communication_case)] @case
[(block) (statement_list)] @block
(source_file) @module
(expression_statement) @statement
(return_statement) @return
(break_statement) @break
(continue_statement) @continue

; How a Python tree becomes the shared vocabulary. The capture without "part." names the node's role
; (detectors/facts/role.hpp); the captures "part.x" name its parts. A capture "flag.x" marks a node.

; --- names and values
(identifier) @identifier
(attribute object: (_) @part.object attribute: (_) @part.name) @attribute
(subscript value: (_) @part.object subscript: (_) @part.value) @subscript
(string) @string
(concatenated_string) @string
(interpolation expression: (_) @part.value) @interpolation
(integer) @integer
(float) @float
(true) @boolean
(false) @boolean
(none) @none
[(list) (tuple) (set) (dictionary) (expression_list)] @collection
(pair key: (_) @part.name value: (_) @part.value) @pair
(binary_operator left: (_) @part.left right: (_) @part.right) @binary
(unary_operator argument: (_) @part.value) @unary
(comparison_operator) @compare
(boolean_operator left: (_) @part.left right: (_) @part.right) @logical
(not_operator argument: (_) @part.value) @not
(conditional_expression) @conditional
(parenthesized_expression (_) @part.value) @group
(await (_) @part.value) @await
(yield) @yield
(named_expression name: (_) @part.target value: (_) @part.value) @assign

; --- calls
(call function: (_) @part.callee arguments: (_) @part.arguments) @call
(keyword_argument name: (_) @part.name value: (_) @part.value) @keyword
[(dictionary_splat) (dictionary_splat_pattern)] @splat
[(list_splat) (list_splat_pattern)] @spread

; --- definitions
(function_definition name: (_) @part.name parameters: (_) @part.parameters body: (_) @part.body) @function
(function_definition "async") @flag.async
(function_definition return_type: (_) @part.type) @function
(lambda body: (_) @part.body) @lambda
(lambda parameters: (_) @part.parameters) @lambda
(class_definition name: (_) @part.name body: (_) @part.body) @type
(class_definition superclasses: (_) @part.arguments) @type
(decorated_definition (decorator (_) @part.value) @decorator)
(decorated_definition) @decorated
[(parameters) (lambda_parameters)] @parameters
(default_parameter name: (_) @part.name value: (_) @part.value) @parameter
(typed_parameter . (identifier) @part.name type: (_) @part.type) @parameter
(typed_default_parameter name: (_) @part.name type: (_) @part.type value: (_) @part.value) @parameter
(assignment left: (_) @part.target right: (_) @part.value) @assign
(assignment left: (_) @part.target type: (_) @part.type) @assign
(augmented_assignment left: (_) @part.target right: (_) @part.value) @augment
[(pattern_list) (tuple_pattern) (list_pattern)] @collection

; --- imports
(import_statement name: (dotted_name) @import @part.module)
(import_statement name: (aliased_import name: (_) @part.module alias: (_) @part.alias) @import)
(import_from_statement module_name: (_) @part.module name: (dotted_name) @import-from @part.name)
(import_from_statement module_name: (_) @part.module
  name: (aliased_import name: (_) @part.name alias: (_) @part.alias) @import-from)

; --- control
(for_statement left: (_) @part.target right: (_) @part.iterable body: (_) @part.body) @loop
(while_statement condition: (_) @part.condition body: (_) @part.body) @loop
(list_comprehension body: (_) @part.body (for_in_clause left: (_) @part.target right: (_) @part.iterable)) @comprehension
(set_comprehension body: (_) @part.body (for_in_clause left: (_) @part.target right: (_) @part.iterable)) @comprehension
(generator_expression body: (_) @part.body (for_in_clause left: (_) @part.target right: (_) @part.iterable)) @comprehension
(dictionary_comprehension body: (_) @part.body (for_in_clause left: (_) @part.target right: (_) @part.iterable)) @comprehension
(if_statement condition: (_) @part.condition consequence: (_) @part.body) @branch
(case_clause) @case
(elif_clause condition: (_) @part.condition consequence: (_) @part.body) @branch
(else_clause body: (_) @part.body) @else
(try_statement body: (_) @part.body) @try
(except_clause) @except
(except_clause value: (_) @part.type) @except
(as_pattern (_) @part.value alias: (as_pattern_target (_) @part.alias)) @as
(except_clause (block) @part.body) @except
(finally_clause (block) @part.body) @finally
(with_statement body: (_) @part.body) @with
(with_item value: (_) @part.value) @with-item
(block) @block
(module) @module
(expression_statement) @statement
(return_statement) @return
(raise_statement) @raise
(break_statement) @break
(continue_statement) @continue
(pass_statement) @pass
[(global_statement) (nonlocal_statement)] @global
[(assert_statement) (delete_statement)] @statement

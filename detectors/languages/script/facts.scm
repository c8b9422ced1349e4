; What JavaScript, TypeScript and TSX have in common; read before the language's own facts.scm.

; --- names and values. A key or a field's name is none: it is read as text.
[(identifier) (this) (shorthand_property_identifier) (shorthand_property_identifier_pattern)] @identifier
(member_expression object: (_) @part.object property: (_) @part.name) @attribute
(subscript_expression object: (_) @part.object index: (_) @part.value) @subscript
[(string) (template_string)] @string
(template_substitution (_) @part.value) @interpolation
(number) @integer
[(true) (false)] @boolean
[(null) (undefined)] @none
[(array) (object) (object_pattern) (array_pattern) (sequence_expression)] @collection
(pair key: (_) @part.name value: (_) @part.value) @pair
(pair_pattern key: (_) @part.name value: (_) @part.value) @pair
(spread_element) @spread
(rest_pattern) @spread
(binary_expression left: (_) @part.left operator: ["+" "-" "*" "/" "%" "**"] right: (_) @part.right) @binary
(binary_expression operator: ["==" "!=" "===" "!==" "<" "<=" ">" ">=" "in" "instanceof"]) @compare
(binary_expression left: (_) @part.left operator: ["&&" "||" "??"] right: (_) @part.right) @logical
(unary_expression argument: (_) @part.value) @unary
(unary_expression operator: "!" argument: (_) @part.value) @not
(ternary_expression) @conditional
(parenthesized_expression (_) @part.value) @group
(await_expression (_) @part.value) @await

; --- calls; `new` is one as well
(call_expression function: (_) @part.callee arguments: (_) @part.arguments) @call
(new_expression constructor: (_) @part.callee) @call
(new_expression constructor: (_) @part.callee arguments: (_) @part.arguments) @call

; --- definitions
(function_declaration name: (_) @part.name parameters: (_) @part.parameters body: (_) @part.body) @function
(generator_function_declaration name: (_) @part.name parameters: (_) @part.parameters body: (_) @part.body) @function
(method_definition name: (_) @part.name parameters: (_) @part.parameters body: (_) @part.body) @function
(arrow_function body: (_) @part.body) @lambda
(arrow_function parameter: (_) @part.parameters body: (_) @part.body) @lambda
(arrow_function parameters: (_) @part.parameters body: (_) @part.body) @lambda
(function_expression parameters: (_) @part.parameters body: (_) @part.body) @lambda
(function_declaration "async") @flag.async
(method_definition "async") @flag.async
(arrow_function "async") @flag.async
(function_expression "async") @flag.async
(formal_parameters) @parameters
[(assignment_pattern left: (_) @part.name right: (_) @part.value)
 (object_assignment_pattern left: (_) @part.name right: (_) @part.value)] @parameter
(class_declaration name: (_) @part.name body: (_) @part.body) @type
(class body: (_) @part.body) @type
(class name: (_) @part.name body: (_) @part.body) @type
(decorator (_) @part.value) @decorator
(variable_declarator name: (_) @part.target) @assign @flag.own
(variable_declarator name: (_) @part.target value: (_) @part.value) @assign @flag.own
(assignment_expression left: (_) @part.target right: (_) @part.value) @assign
(augmented_assignment_expression left: (_) @part.target right: (_) @part.value) @augment
(update_expression argument: (_) @part.target) @augment

; --- imports
(import_statement (import_clause (identifier) @import @part.alias) source: (_) @part.module)
(import_statement (import_clause (namespace_import (identifier) @import @part.alias)) source: (_) @part.module)
(import_statement (import_clause (named_imports (import_specifier name: (_) @part.name) @import-from)) source: (_) @part.module)
(import_statement (import_clause (named_imports (import_specifier name: (_) @part.name alias: (_) @part.alias) @import-from))
  source: (_) @part.module)

; --- control
(for_in_statement left: (_) @part.target right: (_) @part.iterable body: (_) @part.body) @loop
(for_statement body: (_) @part.body) @loop
(for_statement condition: (_) @part.condition body: (_) @part.body) @loop
(while_statement condition: (_) @part.condition body: (_) @part.body) @loop
(do_statement body: (_) @part.body condition: (_) @part.condition) @loop
(if_statement condition: (_) @part.condition consequence: (_) @part.body) @branch
(else_clause (_) @part.body) @else
[(switch_case) (switch_default)] @case
(try_statement body: (_) @part.body) @try
(catch_clause body: (_) @part.body) @except
(catch_clause parameter: (_) @part.name body: (_) @part.body) @except
(finally_clause body: (_) @part.body) @finally
(statement_block) @block
(program) @module
(expression_statement) @statement
(return_statement) @return
(throw_statement) @raise
(break_statement) @break
(continue_statement) @continue

(call function: (attribute attribute: (identifier) @method)
  arguments: (argument_list (keyword_argument name: (identifier) @keyword))
  (#eq? @method "alter_column") (#eq? @keyword "new_column_name")) @finding
(call function: (attribute object: (identifier) @object attribute: (identifier) @method)
  (#eq? @object "op") (#eq? @method "rename_table")) @finding
(call function: (attribute object: (identifier) @object attribute: (identifier) @method)
  (#eq? @object "migrations") (#any-of? @method "RenameField" "RenameModel")) @finding

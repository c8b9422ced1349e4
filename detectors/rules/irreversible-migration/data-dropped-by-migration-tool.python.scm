(call function: (attribute object: (identifier) @object attribute: (identifier) @method)
  (#eq? @object "op") (#any-of? @method "drop_column" "drop_table")) @finding
(call function: (attribute object: (identifier) @object attribute: (identifier) @method)
  (#eq? @object "migrations") (#any-of? @method "RemoveField" "DeleteModel")) @finding

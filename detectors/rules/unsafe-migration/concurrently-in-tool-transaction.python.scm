; Alembic
(call function: (attribute object: (identifier) @object attribute: (identifier) @method)
  arguments: (argument_list (keyword_argument name: (identifier) @keyword value: (true)))
  (#eq? @object "op") (#any-of? @method "create_index" "drop_index") (#eq? @keyword "postgresql_concurrently")) @finding
; Django's own steps: they refuse as well where the migration is atomic.
(call function: (identifier) @step (#any-of? @step "AddIndexConcurrently" "RemoveIndexConcurrently")) @finding

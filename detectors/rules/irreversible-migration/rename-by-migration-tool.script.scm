(call_expression function: (member_expression object: (identifier) @object property: (property_identifier) @method)
  arguments: (arguments . (string))
  (#any-of? @object "table" "t" "queryRunner" "queryInterface")
  (#any-of? @method "renameColumn" "renameTable")) @finding
(call_expression function: (member_expression object: (member_expression property: (property_identifier) @object)
  property: (property_identifier) @method) arguments: (arguments . (string) . (string) @to)
  (#eq? @object "schema") (#eq? @method "renameTable") (#not-match? @to "^.(tmp|temp|old)_")) @finding
; To or from a temporary name: a step of a change of the type.
(call_expression function: (member_expression property: (property_identifier) @method)
  arguments: (arguments . [(string) (template_string) (call_expression arguments: (template_string))] @statement)
  (#any-of? @method "query" "raw" "runSql" "addSql")
  (#match? @statement "[aA][lL][tT][eE][rR][ \n]+[tT][aA][bB][lL][eE][^;]*[ \n][rR][eE][nN][aA][mM][eE][ \n]+[cC][oO][lL][uU][mM][nN] [^a-zA-Z$;]*[a-zA-Z]")
  (#not-match? @statement "[^a-zA-Z](tmp|temp|old)_")) @finding

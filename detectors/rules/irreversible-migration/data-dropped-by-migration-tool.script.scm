; Knex: table.dropColumn('name'). A name that is put together stands in a helper, not in a migration.
(call_expression function: (member_expression object: (identifier) @object property: (property_identifier) @method)
  arguments: (arguments . [(string) (array)] @column)
  (#any-of? @object "table" "t") (#any-of? @method "dropColumn" "dropColumns") (#not-match? @column "^.(tmp|temp|old)_")) @finding
(call_expression function: (member_expression object: (member_expression property: (property_identifier) @object)
  property: (property_identifier) @method) arguments: (arguments . (string) @table)
  (#eq? @object "schema") (#any-of? @method "dropTable" "dropTableIfExists") (#not-match? @table "^.(tmp|temp|old)_")) @finding
; TypeORM and Sequelize: queryRunner.dropColumn('users', 'name'), queryInterface.removeColumn(…)
(call_expression function: (member_expression object: (identifier) @object property: (property_identifier) @method)
  arguments: (arguments . (string) @table)
  (#any-of? @object "queryRunner" "queryInterface")
  (#any-of? @method "dropColumn" "dropColumns" "removeColumn" "dropTable") (#not-match? @table "^.(tmp|temp|old)_")) @finding
; A whole table that goes may be half of SQLite's way to change it; a column by a temporary name holds nothing of its own.
(call_expression function: (member_expression property: (property_identifier) @method)
  arguments: (arguments . [(string) (template_string) (call_expression arguments: (template_string))] @statement)
  (#any-of? @method "query" "raw" "runSql" "addSql")
  (#match? @statement "[aA][lL][tT][eE][rR][ \n]+[tT][aA][bB][lL][eE][^;]*[ \n][dD][rR][oO][pP][ \n]+[cC][oO][lL][uU][mM][nN] [^a-zA-Z$;]*[a-zA-Z]")
  (#not-match? @statement "[dD][rR][oO][pP] [cC][oO][lL][uU][mM][nN] ([iI][fF] [eE][xX][iI][sS][tT][sS] )?[^a-zA-Z;]*((tmp|temp|old)_|[a-zA-Z_]*_(tmp|temp|old|new|copy|bak)[^a-zA-Z_])")) @finding

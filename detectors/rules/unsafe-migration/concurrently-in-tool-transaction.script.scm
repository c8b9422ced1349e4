; Knex, TypeORM
(call_expression function: (member_expression object: (_) @object property: (property_identifier) @method)
  arguments: (arguments . [(string) (template_string)] @statement)
  (#any-of? @object "knex" "knex.schema" "trx" "queryRunner") (#any-of? @method "raw" "query")
  (#match? @statement "[cC][rR][eE][aA][tT][eE] ([uU][nN][iI][qQ][uU][eE] )?[iI][nN][dD][eE][xX] [cC][oO][nN][cC][uU][rR][rR][eE][nN][tT][lL][yY]")) @finding

(column_definition . (identifier) @field [(double) (float)]) @finding

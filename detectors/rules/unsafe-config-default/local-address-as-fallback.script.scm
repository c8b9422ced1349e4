(binary_expression
  left: (member_expression object: (member_expression property: (property_identifier) @env) property: (property_identifier) @name)
  operator: ["||" "??"]
  right: (string) @fallback
  (#eq? @env "env") (#match? @fallback "//(localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0)")) @finding
(binary_expression
  left: (member_expression object: (member_expression property: (property_identifier) @env) property: (property_identifier) @name)
  operator: ["||" "??"]
  right: (string) @fallback
  (#eq? @env "env") (#match? @name "SECRET|PASSWORD|PRIVATE_KEY|API_KEY|TOKEN")
  (#not-match? @name "(NAME|REGION|ROUNDS|PREFIX|SUFFIX|TYPE|PATH|FILE|URL|HOST|ISSUER|AUDIENCE|ALGORITHM|EXPIRY|EXPIRES_IN|EXPIRATION|TTL|LENGTH|HEADER|COOKIE|POLICY|LIMIT|LIFETIME|AGE|ID)$")
  (#not-match? @fallback "^(''|\"\")$")) @finding

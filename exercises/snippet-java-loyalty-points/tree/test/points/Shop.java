package points;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** A database with account 1, which has 1,000 points, and a mug for 300. */
final class Shop {
  final JdbcDataSource pool = new JdbcDataSource();

  Shop() throws SQLException, IOException {
    pool.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    run(Files.readString(Path.of("schema.sql")));
    run("INSERT INTO accounts VALUES (1, 1000); INSERT INTO rewards VALUES ('mug', 300)");
  }

  void run(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  int number(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return found.next() ? found.getInt(1) : 0;
    }
  }

  int left() throws SQLException {
    return number("SELECT points FROM accounts WHERE id = 1");
  }

  int ordered() throws SQLException {
    return number("SELECT COALESCE(SUM(pieces), 0) FROM orders");
  }
}

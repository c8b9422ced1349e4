package billing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work on the database: each piece on a connection of the pool, in a transaction of its own (READ COMMITTED). */
final class Transactions {
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private final DataSource pool;

  Transactions(DataSource pool) {
    this.pool = pool;
  }

  <T> T execute(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException error) {
        connection.rollback();
        throw error;
      }
    } catch (SQLException error) {
      throw new IllegalStateException("the database refused", error);
    }
  }
}

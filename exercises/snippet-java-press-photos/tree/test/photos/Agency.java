package photos;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database that counts: connections that are out, and queries. */
final class Agency {
  final JdbcDataSource database = new JdbcDataSource();
  int out;
  int queries;

  Agency() throws SQLException, IOException {
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    run(Files.readString(Path.of("schema.sql")));
  }

  void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  DataSource pool() {
    return watched(DataSource.class, database);
  }

  private <T> T watched(Class<T> type, Object target) {
    Object proxy =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              count(method.getName());
              try {
                return wrapped(method.invoke(target, arguments));
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
    return type.cast(proxy);
  }

  private void count(String method) {
    if (method.equals("getConnection")) {
      out++;
    }
    if (method.equals("executeQuery")) {
      queries++;
    }
  }

  private Object wrapped(Object result) {
    if (result instanceof Connection connection) {
      return watchedConnection(connection);
    }
    if (result instanceof PreparedStatement statement) {
      return watched(PreparedStatement.class, statement);
    }
    return result instanceof Statement statement ? watched(Statement.class, statement) : result;
  }

  private Connection watchedConnection(Connection connection) {
    Connection counted = watched(Connection.class, connection);
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              if (method.getName().equals("close")) {
                out--;
              }
              try {
                return method.invoke(counted, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}

// The database breaks queries off: all connections have to come back.
package photos;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.Test;

public class LeakProof {
  private final Set<Connection> out = new HashSet<>();

  @Test
  public void aBrokenSearchGivesItsConnectionBack() throws Exception {
    Agency agency = new Agency();
    agency.run("DROP TABLE photos");
    for (int search = 0; search < 5; search++) {
      try {
        new Search(watched(agency.pool())).photos("storm", 0);
      } catch (SQLException expected) {
        // that is what it is to do
      }
    }
    assertEquals("connections that are out", 0, out.size());
  }

  private DataSource watched(DataSource pool) {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
              Object result = called(method, pool, arguments);
              return result instanceof Connection connection ? watched(connection) : result;
            });
  }

  private Connection watched(Connection connection) {
    out.add(connection);
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              if (method.getName().equals("close")) {
                out.remove(connection);
              }
              return called(method, connection, arguments);
            });
  }

  private static Object called(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}

// Forty photos on a page: how many queries is that?
package photos;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.Test;

public class QueriesProof {
  private int queries;

  @Test
  public void queriesDoNotGrowWithThePage() throws Exception {
    Agency agency = new Agency();
    agency.run("INSERT INTO photos SELECT x, 'storm' FROM SYSTEM_RANGE(1, 40)");
    agency.run("INSERT INTO people VALUES (1, 'Zoe'); INSERT INTO credits SELECT x, 1 FROM SYSTEM_RANGE(1, 40)");
    Search search = new Search(watched(DataSource.class, agency.pool()));
    assertEquals(40, search.photos("storm", 0).size());
    assertTrue(queries + " queries", queries >= 1 && queries <= 5);
  }

  private <T> T watched(Class<T> type, Object target) {
    Object proxy =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              queries += method.getName().startsWith("execute") ? 1 : 0;
              try {
                return wrapped(method.invoke(target, arguments));
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
    return type.cast(proxy);
  }

  private Object wrapped(Object result) {
    if (result instanceof Connection connection) {
      return watched(Connection.class, connection);
    }
    if (result instanceof PreparedStatement statement) {
      return watched(PreparedStatement.class, statement);
    }
    return result instanceof Statement statement ? watched(Statement.class, statement) : result;
  }
}

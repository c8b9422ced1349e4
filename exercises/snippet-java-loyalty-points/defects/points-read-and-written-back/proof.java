// Another phone spends 900 points just before this one's account is written: both cannot have a reward.
package points;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.Test;

public class FamilyProof {
  private boolean rivalOrdered;

  private Object watched(Shop shop, Connection connection) {
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("prepareStatement") && arguments[0].toString().startsWith("UPDATE accounts")) {
            rival(shop);
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        });
  }

  private void rival(Shop shop) {
    try {
      shop.run("SET LOCK_TIMEOUT 200; UPDATE accounts SET points = points - 900 WHERE id = 1");
      rivalOrdered = true;
    } catch (SQLException locked) {
      rivalOrdered = false;
    }
  }

  @Test
  public void noPointIsSpentTwice() throws Exception {
    Shop shop = new Shop();
    Class<?>[] types = {DataSource.class};
    Object pool =
        Proxy.newProxyInstance(
            getClass().getClassLoader(), types, (proxy, method, arguments) -> watched(shop, shop.pool.getConnection()));
    try {
      new Points((DataSource) pool).spend(1, "mug", 1);
    } catch (SQLException conflict) {
      assertEquals(0, shop.ordered());
    }
    int spent = 300 * shop.ordered() + (rivalOrdered ? 900 : 0);
    assertEquals("points left and points spent", 1000, shop.left() + spent);
  }
}

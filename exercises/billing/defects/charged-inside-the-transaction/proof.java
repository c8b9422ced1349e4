// While the gateway thinks, the pool must have all of its connections.
package billing;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.Test;

public class ConnectionsProof {
  private final AtomicInteger out = new AtomicInteger();

  private Object lent(Object connection) {
    out.incrementAndGet();
    Class<?>[] types = {Connection.class};
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        types,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            out.decrementAndGet();
          }
          return call(method, connection, arguments);
        });
  }

  private static Object call(java.lang.reflect.Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException error) {
      throw error.getCause();
    }
  }

  private DataSource counting(DataSource pool) {
    Class<?>[] types = {DataSource.class};
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            types,
            (proxy, method, arguments) -> {
              Object answer = call(method, pool, arguments);
              return method.getName().equals("getConnection") ? lent(answer) : answer;
            });
  }

  @Test
  public void noConnectionIsHeldWhileTheGatewayThinks() throws Exception {
    AtomicInteger held = new AtomicInteger(-1);
    try (Service service = new Service(this::counting)) {
      service.mail.on("/mails", (exchange, body) -> "202 ");
      service.gateway.on(
          "/charges",
          (exchange, body) -> {
            held.set(out.get());
            return "200 {\"result\": \"ok\"}";
          });
      service.update("INSERT INTO members (name, email, card, cents, payday) VALUES ('a', 'a', 'c', 4900, 1)");
      service.post("/runs", "");
      assertEquals("invoices paid", 1, service.number("SELECT count(*) FROM invoices WHERE state = 'PAID'"));
      assertEquals("connections held during a charge", 0, held.get());
    }
  }
}

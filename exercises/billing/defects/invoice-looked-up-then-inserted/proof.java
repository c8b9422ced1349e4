// Two runs at once, each of which commits a new invoice only when the other has made one too, if it comes to that.
package billing;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.Test;

public class TwoRunsProof {
  private final CountDownLatch both = new CountDownLatch(2);

  private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException error) {
      throw error.getCause();
    }
  }

  private Object slow(Object connection) {
    boolean[] inserts = {false};
    Class<?>[] types = {Connection.class};
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        types,
        (proxy, method, arguments) -> {
          String name = method.getName();
          if (name.equals("prepareStatement") && String.valueOf(arguments[0]).contains("INSERT INTO invoices")) {
            inserts[0] = true;
          }
          if (name.equals("commit") && inserts[0]) {
            inserts[0] = false;
            both.countDown();
            both.await(700, TimeUnit.MILLISECONDS);
          }
          return call(method, connection, arguments);
        });
  }

  private DataSource wrapped(DataSource pool) {
    Class<?>[] types = {DataSource.class};
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            types,
            (proxy, method, arguments) -> {
              Object answer = call(method, pool, arguments);
              return method.getName().equals("getConnection") ? slow(answer) : answer;
            });
  }

  private static void start(Service service) {
    try {
      service.post("/runs", "");
    } catch (Exception error) {
      throw new IllegalStateException(error);
    }
  }

  @Test
  public void twoRunsAtOnceMakeOneInvoice() throws Exception {
    try (Service service = new Service(this::wrapped)) {
      service.mail.on("/mails", (exchange, body) -> "202 ");
      service.gateway.on("/charges", (exchange, body) -> "200 {\"result\": \"ok\"}");
      service.update("INSERT INTO members (name, email, card, cents, payday) VALUES ('a', 'a', 'c', 4900, 1)");
      CompletableFuture<Void> other = CompletableFuture.runAsync(() -> start(service));
      start(service);
      other.get(20, TimeUnit.SECONDS);
      assertEquals("invoices for one month", 1, service.number("SELECT count(*) FROM invoices"));
    }
  }
}

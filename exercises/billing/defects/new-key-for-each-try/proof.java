// The gateway charges the card and its answer gets lost; the next run must not charge it once more.
package billing;

import static org.junit.Assert.assertEquals;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.Test;

public class LostAnswerProof {
  @Test
  public void aLostAnswerIsNoSecondCharge() throws Exception {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    try (Service service = new Service()) {
      service.mail.on("/mails", (exchange, body) -> "202 ");
      service.gateway.on(
          "/charges",
          (exchange, body) -> {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            boolean first = keys.isEmpty();
            keys.add(key == null ? "none " + keys.size() : key);
            return first ? "502 " : "200 {\"result\": \"ok\"}";
          });
      service.update("INSERT INTO members (name, email, card, cents, payday) VALUES ('a', 'a', 'c', 4900, 1)");
      service.post("/runs", "");
      service.post("/runs", "");
      assertEquals("invoices paid", 1, service.number("SELECT count(*) FROM invoices WHERE state = 'PAID'"));
      assertEquals("charges that the gateway takes for different ones", 1, keys.size());
    }
  }
}

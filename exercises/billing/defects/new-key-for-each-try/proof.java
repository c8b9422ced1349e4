// The gateway charges the card and its answer gets lost; the invoice is charged once more, and must not be another charge.
package billing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.Test;

public class LostAnswerProof {
  @Test
  public void aLostAnswerIsNoSecondCharge() throws Exception {
    List<String> keys = new CopyOnWriteArrayList<>();
    try (Service service = new Service()) {
      service.gateway.on(
          "/charges",
          (exchange, body) -> {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            return keys.size() == 1 ? "502 " : "200 {\"result\": \"ok\"}";
          });
      Settings settings = new Settings(service.gateway.uri(), "secret", service.mail.uri(), null);
      CardGateway gateway = new CardGateway(settings, new Metrics());
      Members.Member member = new Members.Member(7, "Ana", "ana@example.com", "c-1", 4900);
      Invoices.Invoice invoice = new Invoices.Invoice(12, 7, "2026-05", 4900, "OPEN");
      try {
        gateway.charge(member, invoice);
      } catch (RuntimeException lost) {
        // The next run tries again.
      }
      assertTrue("the second try was paid", gateway.charge(member, invoice));
      assertEquals(2, keys.size());
      assertEquals("the key of the second try", keys.get(0), keys.get(1));
      gateway.charge(member, new Invoices.Invoice(13, 7, "2026-06", 4900, "OPEN"));
      assertTrue("the next month's charge is another one", !keys.get(2).equals(keys.get(0)));
    }
  }
}

// The gateway cannot handle one member's card, whenever it is asked.
package billing;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class BrokenCardProof {
  @Test
  public void theOthersAreChargedAllTheSame() throws Exception {
    try (Service service = new Service()) {
      service.mail.on("/mails", (exchange, body) -> "202 ");
      service.gateway.on(
          "/charges", (exchange, body) -> body.contains("\"c7\"") ? "500 {}" : "200 {\"result\": \"ok\"}");
      service.update(
          "INSERT INTO members (name, email, card, cents, payday)"
              + " SELECT 'm', 'm' || \"X\", 'c' || \"X\", 4900, 1 FROM system_range(1, 230)");
      service.post("/runs", "");
      assertEquals("members charged", 229, service.number("SELECT count(*) FROM invoices WHERE state = 'PAID'"));
    }
  }
}

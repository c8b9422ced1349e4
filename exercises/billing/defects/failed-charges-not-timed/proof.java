// The gateway answers 500: the metrics must know of the call.
package billing;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class FailedChargeProof {
  @Test
  public void aChargeThatFailsIsInTheMetrics() throws Exception {
    try (Service service = new Service()) {
      service.gateway.on("/charges", (exchange, body) -> "500 {}");
      service.update("INSERT INTO members (name, email, card, cents, payday) VALUES ('a', 'a', 'c', 4900, 1)");
      service.post("/runs", "");
      assertEquals("failed calls in the metrics", 1, service.metrics.value("charge_count.error"));
    }
  }
}

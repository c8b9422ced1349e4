// What the tablets at the counters send today.
package billing;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class TabletProof {
  @Test
  public void aTabletThatKnowsNoPaydaySignsSomebodyUp() throws Exception {
    try (Service service = new Service()) {
      String body = "{\"name\": \"Ana\", \"email\": \"ana@example.com\", \"card\": \"c-1\", \"plan\": \"ropes\"}";
      assertEquals("a sign-up without a payday", 201, service.post("/members", body).statusCode());
    }
  }
}

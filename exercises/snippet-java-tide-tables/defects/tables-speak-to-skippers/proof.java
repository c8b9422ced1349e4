// The tables are being copied, and say so with all their names.
package tides;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.Test;

public class ErrorProof {
  @Test
  public void nothingOfTheInsideIsTold() {
    Logger.getLogger("").setLevel(Level.OFF);
    Api api =
        new Api(
            (harbour, days) -> {
              throw new Tables.Away("/srv/tides/2026.tab on nas-4.office.internal is locked");
            });
    Api.Answer answer = api.tides(Map.of("harbour", "Hull"));
    assertEquals(503, answer.status());
    assertFalse(answer.body(), answer.body().contains("nas-4") || answer.body().contains("/srv"));
  }
}

// A display of 2019 asks as it always has.
package tides;

import static org.junit.Assert.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class DisplayProof {
  @Test
  public void anOldDisplayShowsTheHeight() {
    Api api = new Api((harbour, days) -> List.of(new Tables.Tide(Instant.parse("2026-05-12T03:20:00Z"), 3.1)));
    String body = api.tides(Map.of("harbour", "Hull")).body();
    JsonElement tide = JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("tides").get(0);
    JsonElement metres = tide.getAsJsonObject().get("metres");
    assertEquals(body, "3.1", String.valueOf(metres));
  }
}

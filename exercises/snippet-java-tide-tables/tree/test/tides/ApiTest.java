package tides;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class ApiTest {
  @Test
  public void tidesOfSomeDays() {
    List<String> asked = new ArrayList<>();
    Api api =
        new Api(
            (harbour, days) -> {
              asked.add(harbour + " " + days);
              return List.of(new Tables.Tide(Instant.parse("2026-05-12T03:20:00Z"), 4.5));
            });
    String body = api.tides(Map.of("harbour", "Hull", "days", "7")).body();
    assertTrue(body, body.contains("2026-05-12T03:20:00Z") && body.contains("\"flood\":true"));
    assertEquals(200, api.tides(Map.of("harbour", "Hull")).status());
    assertEquals(400, api.tides(Map.of("days", "7")).status());
    assertEquals(400, api.tides(Map.of("harbour", "Hull", "days", "0")).status());
    assertEquals(400, api.tides(Map.of("harbour", "Hull", "days", "many")).status());
    assertEquals(List.of("Hull 7", "Hull 1"), asked);
  }
}

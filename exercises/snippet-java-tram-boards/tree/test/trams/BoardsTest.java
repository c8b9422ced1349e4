package trams;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class BoardsTest {
  @Test
  public void aBoardIsKeptForAMoment() throws Exception {
    List<String> asked = new ArrayList<>();
    Operator operator =
        stop -> {
          asked.add(stop);
          return List.of(
              new Operator.Departure(Instant.parse("2026-03-01T09:05:30Z"), "4", "Bahnhof"),
              new Operator.Departure(Instant.parse("2026-03-01T22:59:00Z"), "11", "Tierpark"));
        };
    Boards boards = new Boards(operator, Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC));
    assertEquals("10:05 4 Bahnhof\n23:59 11 Tierpark", boards.text("Markt"));
    assertEquals("10:05 4 Bahnhof\n23:59 11 Tierpark", boards.text("Markt"));
    assertEquals(List.of("Markt"), asked);
  }
}

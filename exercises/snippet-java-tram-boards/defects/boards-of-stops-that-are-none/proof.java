// A bot tries names for a while: how much is kept of what it was told?
package trams;

import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.Test;

public class BotProof {
  @Test
  public void namesAreForgotten() throws Exception {
    String tram = "x".repeat(1000);
    Operator operator = stop -> List.of(new Operator.Departure(Instant.EPOCH, "4", stop + tram));
    Boards boards = new Boards(operator, Clock.systemUTC());
    long before = used();
    for (int name = 0; name < 40_000; name++) {
      boards.text("stop" + name);
    }
    long grown = (used() - before) >> 20;
    boards.text("Markt");
    assertTrue(grown + " MB are kept of names that nobody will ask for again", grown < 20);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

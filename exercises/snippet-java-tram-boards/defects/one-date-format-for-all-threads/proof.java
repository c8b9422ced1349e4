// Several threads write different times at the same moment.
package trams;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.Test;

public class ThreadsProof {
  /** So many that the threads are in the midst of writing most of the time. */
  private static final int LINES = 500;

  private static final int ROUNDS = 400;

  @Test
  public void eachStopGetsItsOwnTimes() throws Exception {
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    Instant midnight = Instant.parse("2026-01-15T00:30:00Z");
    Operator operator =
        stop -> {
          Instant at = midnight.plusSeconds(3600L * Integer.parseInt(stop));
          return Collections.nCopies(LINES, new Operator.Departure(at, "4", "Bahnhof"));
        };
    Boards boards = new Boards(operator, Clock.systemUTC());
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      int hour = 3 * i;
      String line = String.format("%02d:30 4 Bahnhof", hour + 1);
      String expected = String.join("\n", Collections.nCopies(LINES, line));
      threads[i] = new Thread(() -> ask(boards, String.valueOf(hour), expected, wrong));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals("wrong lines", "[]", wrong.toString());
  }

  private static void ask(Boards boards, String stop, String expected, Queue<String> wrong) {
    for (int round = 0; round < ROUNDS && wrong.isEmpty(); round++) {
      try {
        String text = boards.text(stop);
        if (!text.equals(expected)) {
          wrong.add(strange(text, expected.lines().findFirst().orElseThrow()));
        }
      } catch (Exception failed) {
        wrong.add(failed.toString());
      }
    }
  }

  private static String strange(String text, String line) {
    return text.lines().filter(found -> !found.equals(line)).findFirst().orElse("too few lines") + " instead of " + line;
  }
}

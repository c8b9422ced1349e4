// One insurer hangs for good: the others are still asked.
package quotes;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.Test;

public class BulkheadProof {
  @Test
  public void theOthersAnswer() throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    CountDownLatch over = new CountDownLatch(1);
    Insurer hanging =
        new Insurer() {
          public String name() {
            return "Hang";
          }

          public int cents(String car) {
            boolean interrupted = true;
            while (interrupted) {
              try {
                over.await();
                interrupted = false;
              } catch (InterruptedException again) {
                interrupted = true;
              }
            }
            return 1;
          }
        };
    Insurer well =
        new Insurer() {
          public String name() {
            return "Well";
          }

          public int cents(String car) {
            return 41900;
          }
        };
    try (Quotes quotes = new Quotes(List.of(hanging, well), Duration.ofMillis(20))) {
      for (int page = 0; page < 400; page++) {
        quotes.ask("B-XY 123");
      }
      Thread.sleep(200);
      OptionalInt cents = OptionalInt.empty();
      for (int page = 0; page < 5 && cents.isEmpty(); page++) {
        cents = quotes.ask("B-XY 123").get(1).cents();
      }
      assertEquals("one insurer hangs, and the other is not asked any more", OptionalInt.of(41900), cents);
    } finally {
      over.countDown();
    }
  }
}

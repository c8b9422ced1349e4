// One stop has an accident: another one is asked for meanwhile.
package trams;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

public class LockProof {
  @Test
  public void aSlowStopHoldsNobodyUp() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Operator operator =
        stop -> {
          if (stop.equals("Accident")) {
            asked.countDown();
            try {
              over.await(9, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
          }
          return List.of();
        };
    Boards boards = new Boards(operator, Clock.systemUTC());
    FutureTask<String> slow = new FutureTask<>(() -> boards.text("Accident"));
    FutureTask<String> other = new FutureTask<>(() -> boards.text("Markt"));
    start(slow);
    asked.await();
    start(other);
    String answer;
    try {
      answer = other.get(2, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException waiting) {
      answer = "still waiting for another stop";
    }
    over.countDown();
    assertEquals("", answer);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }
}

// Some threads, many more charges than a night has: each must be in the summary.
package billing;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.Test;

public class TakingsProof {
  private static final int THREADS = 4;
  private static final int CHARGES = 10_000_000;
  private static final int ROUNDS = 3;

  @Test
  public void noChargeIsMissingInTheSummary() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      MonthlyRun.Summary summary = new MonthlyRun.Summary();
      CountDownLatch start = new CountDownLatch(1);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        threads.add(new Thread(() -> charge(summary, start)));
      }
      for (Thread thread : threads) {
        thread.start();
      }
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      long cents = ((Number) summary.values().get("charged_cents")).longValue();
      assertEquals("cents in the summary", (long) THREADS * CHARGES * 100, cents);
    }
  }

  private static void charge(MonthlyRun.Summary summary, CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException error) {
      return;
    }
    for (int i = 0; i < CHARGES; i++) {
      summary.charged(100);
    }
  }
}

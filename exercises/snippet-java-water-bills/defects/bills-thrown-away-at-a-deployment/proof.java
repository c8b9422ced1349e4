// A deployment comes while thirty bills are on their way.
package bills;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class CloseProof {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Journal journal =
      new Journal() {
        @Override
        public void sent(String bill) {
          lines.add("sent " + bill);
        }

        @Override
        public void failed(String bill, Exception why) {
          lines.add("failed " + bill);
        }
      };

  @Test
  public void eachBillIsInTheJournal() throws Exception {
    AtomicInteger mailed = new AtomicInteger();
    CountDownLatch mayMail = new CountDownLatch(1);
    Provider provider =
        bill -> {
          try {
            mayMail.await();
            mailed.incrementAndGet();
          } catch (InterruptedException stopped) {
            throw new IOException(stopped);
          }
        };
    Mails mails = new Mails(provider, journal);
    for (int bill = 0; bill < 30; bill++) {
      mails.send("B-" + bill);
    }
    Thread provides = new Thread(() -> later(mayMail));
    provides.start();
    mails.close();
    int before = mailed.get();
    provides.join();
    assertEquals("bills that were mailed before close returned", 30, before);
    assertTrue(lines.toString(), lines.size() == 30);
  }

  private static void later(CountDownLatch mayMail) {
    try {
      Thread.sleep(500);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    mayMail.countDown();
  }
}

// Two hundred bills: how many does the provider get at the same time?
package bills;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class ThreadsProof {
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
  public void theProviderGetsTenAtMost() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Provider provider =
        bill -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          try {
            Thread.sleep(20);
          } catch (InterruptedException stopped) {
            throw new IOException(stopped);
          } finally {
            now.decrementAndGet();
          }
        };
    Mails mails = new Mails(provider, journal);
    for (int bill = 0; bill < 200; bill++) {
      mails.send("B-" + bill);
    }
    for (int wait = 0; wait < 500 && lines.size() < 200; wait++) {
      Thread.sleep(10);
    }
    mails.close();
    assertEquals(200, lines.size());
    assertTrue(most + " mails at the same time", most.get() <= 10);
  }
}

// The provider refuses a bill: the clerk has to hear of it.
package bills;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class FailureProof {
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
  public void aFailureIsInTheJournal() throws Exception {
    Provider provider =
        bill -> {
          throw new IOException("too many mails");
        };
    Mails mails = new Mails(provider, journal);
    mails.send("B-1");
    for (int wait = 0; wait < 100 && lines.isEmpty(); wait++) {
      Thread.sleep(10);
    }
    mails.close();
    assertEquals("[failed B-1]", lines.toString());
  }
}

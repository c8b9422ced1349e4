package bills;

import static org.junit.Assert.assertEquals;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

public class MailsTest {
  @Test
  public void billsAreMailed() throws Exception {
    Set<String> lines = new ConcurrentSkipListSet<>();
    CountDownLatch done = new CountDownLatch(2);
    Journal journal =
        new Journal() {
          @Override
          public void sent(String bill) {
            lines.add("sent " + bill);
            done.countDown();
          }

          @Override
          public void failed(String bill, Exception why) {
            lines.add("failed " + bill);
          }
        };
    try (Mails mails = new Mails(bill -> {}, journal)) {
      mails.send("B-1");
      mails.send("B-2");
      done.await(5, TimeUnit.SECONDS);
    }
    assertEquals(Set.of("sent B-1", "sent B-2"), lines);
  }
}

// The mail service does not answer; the members are charged all the same.
package billing;

import static org.junit.Assert.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class SilentMailProof {
  private static final int MEMBERS = 130;

  @Test
  public void membersAreChargedWhileMailIsSilent() throws Exception {
    AtomicInteger charged = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(MEMBERS);
    CountDownLatch over = new CountDownLatch(1);
    try (Service service = new Service()) {
      service.mail.on(
          "/mails",
          (exchange, body) -> {
            over.await();
            return "202 ";
          });
      service.gateway.on(
          "/charges",
          (exchange, body) -> {
            charged.incrementAndGet();
            all.countDown();
            return "200 {\"result\": \"ok\"}";
          });
      service.update(
          "INSERT INTO members (name, email, card, cents, payday)"
              + " SELECT 'm', 'm' || \"X\", 'c' || \"X\", 4900, 1 FROM system_range(1, "
              + MEMBERS
              + ")");
      Thread run = new Thread(() -> start(service));
      run.setDaemon(true);
      run.start();
      boolean done = false;
      for (int before = -1; !done && charged.get() > before; ) {
        before = charged.get();
        done = all.await(8, TimeUnit.SECONDS);
      }
      over.countDown();
      assertTrue(charged.get() + " of " + MEMBERS + " were charged while the mail service was silent", done);
    }
  }

  private static void start(Service service) {
    try {
      service.post("/runs", "");
    } catch (Exception error) {
      // The proof may be over before the run is.
    }
  }
}

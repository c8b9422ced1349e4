// Nothing that is logged during a run may hold a card's token or who its owner is.
package billing;

import static org.junit.Assert.assertFalse;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.Test;

public class LogProof {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private final Handler listener =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
          lines.add(formatter.formatMessage(line) + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Test
  public void noCardIsLogged() throws Exception {
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try (Service service = new Service()) {
      service.mail.on("/mails", (exchange, body) -> "202 ");
      service.gateway.on("/charges", (exchange, body) -> "200 {\"result\": \"ok\"}");
      service.update(
          "INSERT INTO members (name, email, card, cents, payday) VALUES ('Ana', 'ana@example.com', 'card-4711', 4900, 1)");
      service.post("/runs", "");
    } finally {
      root.removeHandler(listener);
    }
    for (String line : lines) {
      assertFalse(line, line.contains("card-4711") || line.contains("ana@example.com"));
    }
  }
}

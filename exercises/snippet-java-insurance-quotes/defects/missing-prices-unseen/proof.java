// An insurer fails: the log has to say which, and why.
package quotes;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.Test;

public class LogProof {
  @Test
  public void aFailureIsLogged() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler listener =
        new Handler() {
          public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + line.getThrown());
          }

          public void flush() {}

          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    Insurer broken =
        new Insurer() {
          public String name() {
            return "Anker";
          }

          public int cents(String car) throws IOException {
            throw new IOException("the certificate has expired");
          }
        };
    try (Quotes quotes = new Quotes(List.of(broken), Duration.ofSeconds(2))) {
      quotes.ask("B-XY 123");
    } finally {
      root.removeHandler(listener);
    }
    assertTrue("the log says: " + lines, lines.toString().contains("certificate"));
  }
}

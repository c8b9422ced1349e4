// Somebody gives: who it is must not be in the log.
package gifts;

import static org.junit.Assert.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.Test;

public class LogProof {
  @Test
  public void aGiverIsNotLogged() {
    List<String> lines = new ArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger.getLogger("").addHandler(listener);
    Town town = new Town();
    new Gifts(town, town).give(new Gifts.Form("storm", "25", "Ana Prata", "DE89370400"));
    Logger.getLogger("").removeHandler(listener);
    String log = lines.toString();
    assertFalse(log, log.contains("Prata") || log.contains("DE89370400"));
  }
}

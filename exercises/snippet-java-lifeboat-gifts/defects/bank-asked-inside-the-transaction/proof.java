// While the bank thinks no connection may be taken.
package gifts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class TransactionProof {
  @Test
  public void theBankIsAskedOutside() {
    Watched watched = new Watched();
    new Gifts(watched, watched).give(new Gifts.Form("storm", "25", "Ana", "DE89"));
    String events = watched.events.toString();
    assertFalse(events, events.contains("collect in a transaction"));
    assertEquals("what is not stored cannot be asked about: " + events, "gift", watched.events.get(0));
  }

  private static final class Watched implements Db, Bank, Db.Tx {
    final List<String> events = new ArrayList<>();
    private boolean open;

    @Override
    public <T> T inTransaction(Work<T> work) {
      open = true;
      try {
        return work.with(this);
      } finally {
        open = false;
      }
    }

    @Override
    public boolean collect(String key, String iban, long cents) {
      events.add(open ? "collect in a transaction" : "collect");
      return true;
    }

    @Override
    public long addGift(String campaign, long cents) {
      events.add("gift");
      return 7;
    }

    @Override
    public void settle(long gift, boolean collected) {
      events.add("settled");
    }

    @Override
    public void addTo(String campaign, long cents) {
      events.add("sum");
    }
  }
}

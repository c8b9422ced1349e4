package gifts;

import java.util.ArrayList;
import java.util.List;

/** A database and a bank for tests, which note what is done. */
final class Town implements Db, Bank {
  final List<String> events = new ArrayList<>();

  @Override
  public <T> T inTransaction(Work<T> work) {
    return work.with(new Rows());
  }

  @Override
  public boolean collect(String key, String iban, long cents) {
    events.add("collect " + cents);
    return !iban.startsWith("XX");
  }

  private final class Rows implements Tx {
    @Override
    public long addGift(String campaign, long cents) {
      events.add("gift of " + cents);
      return 7;
    }

    @Override
    public void settle(long gift, boolean collected) {
      events.add("settled " + collected);
    }

    @Override
    public void addTo(String campaign, long cents) {
      events.add(campaign + " has " + cents + " more");
    }
  }
}

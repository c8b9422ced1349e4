package gifts;

import java.math.BigDecimal;
import java.util.logging.Logger;

/** Takes gifts. */
public final class Gifts {
  private static final Logger LOG = Logger.getLogger(Gifts.class.getName());
  private static final long LEAST = 1_00;
  private static final long MOST = 50_000_00;

  /** What somebody has filled in. */
  public record Form(String campaign, String euros, String name, String iban) {}

  private final Db db;
  private final Bank bank;

  public Gifts(Db db, Bank bank) {
    this.db = db;
    this.bank = bank;
  }

  /** Whether the bank has taken the money. */
  public boolean give(Form form) {
    long cents = cents(form.euros());
    long gift = db.inTransaction(tx -> tx.addGift(form.campaign(), cents));
    LOG.info("gift " + gift + " for " + form.campaign());
    boolean collected = bank.collect("gift-" + gift, form.iban(), cents);
    db.inTransaction(tx -> settled(tx, form, gift, cents, collected));
    return collected;
  }

  private static boolean settled(Db.Tx tx, Form form, long gift, long cents, boolean collected) {
    tx.settle(gift, collected);
    if (collected) {
      tx.addTo(form.campaign(), cents);
    }
    return collected;
  }

  private static long cents(String euros) {
    if (!euros.matches("[0-9]{1,6}([.][0-9]{1,2})?")) {
      throw new IllegalArgumentException("no amount");
    }
    long cents = new BigDecimal(euros).movePointRight(2).longValueExact();
    if (cents < LEAST || cents > MOST) {
      throw new IllegalArgumentException("an amount from 1 to 50,000 euros");
    }
    return cents;
  }
}

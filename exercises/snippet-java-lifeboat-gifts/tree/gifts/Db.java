package gifts;

/** The database. */
public interface Db {
  /** What is done in a transaction. */
  interface Work<T> {
    T with(Tx tx);
  }

  /** A transaction. It has a connection of the pool until it ends; a row that it has changed is locked for as long. */
  interface Tx {
    /** Stores a gift that is not settled, and returns its number. */
    long addGift(String campaign, long cents);

    /** Notes what the bank has said. */
    void settle(long gift, boolean collected);

    /** Raises the sum of a campaign, in its row. */
    void addTo(String campaign, long cents);
  }

  /** Commits what the work has done, or rolls it back when it throws. */
  <T> T inTransaction(Work<T> work);
}

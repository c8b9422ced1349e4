package gifts;

/** Collects money from people's accounts. */
public interface Bank {
  /** Whether the bank has taken the money, for which it is asked once per key. Throws when it does not answer within eight seconds. */
  boolean collect(String key, String iban, long cents);
}

package bills;

/** What became of each bill. For any thread. */
public interface Journal {
  void sent(String bill);

  /** A clerk will look at it. */
  void failed(String bill, Exception why);
}

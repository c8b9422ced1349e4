package quotes;

import java.io.IOException;

/** A company that says what the insurance of a car costs. */
public interface Insurer {
  String name();

  /** Cents for a year. May take as long as the other side likes, unless the implementation says otherwise. */
  int cents(String car) throws IOException, InterruptedException;
}

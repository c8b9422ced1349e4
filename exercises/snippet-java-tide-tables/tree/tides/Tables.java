package tides;

import java.time.Instant;
import java.util.List;

/** The tables of the tides. */
public interface Tables {
  /** A high or low water. */
  record Tide(Instant at, double metres) {}

  /** The tables do not answer. */
  final class Away extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Away(String why) {
      super(why);
    }
  }

  /** The tides of a harbour in the next days; none for a harbour that is not known. */
  List<Tide> next(String harbour, int days);
}

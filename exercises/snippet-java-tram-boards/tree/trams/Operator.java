package trams;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The company that runs the trams. May be asked by any number of threads. */
public interface Operator {
  /** A tram that will leave. */
  record Departure(Instant at, String line, String to) {}

  /** The next departures, at most eight; none for a stop that does not exist. Takes ten seconds at most. */
  List<Departure> next(String stop) throws IOException;
}

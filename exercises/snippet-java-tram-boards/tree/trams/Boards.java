package trams;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the boards show. */
public final class Boards {
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);
  private static final long FRESH = Duration.ofSeconds(10).toMillis();
  private static final int MOST = 1500;

  private record Board(List<Operator.Departure> trams, long until) {}

  private final Map<String, Board> boards =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Board> eldest) {
          return size() > MOST;
        }
      };
  private final Operator operator;
  private final Clock clock;

  public Boards(Operator operator, Clock clock) {
    this.operator = operator;
    this.clock = clock;
  }

  /** The next departures of a stop, a line each. */
  public String text(String stop) throws IOException {
    return board(stop).trams.stream().map(Boards::line).collect(Collectors.joining("\n"));
  }

  private Board board(String stop) throws IOException {
    Board known = known(stop);
    if (known != null && known.until > clock.millis()) {
      return known;
    }
    List<Operator.Departure> trams = operator.next(stop);
    Board board = new Board(trams, clock.millis() + FRESH);
    keep(stop, board);
    return board;
  }

  private Board known(String stop) {
    synchronized (boards) {
      return boards.get(stop);
    }
  }

  private void keep(String stop, Board board) {
    synchronized (boards) {
      boards.put(stop, board);
    }
  }

  private static String line(Operator.Departure tram) {
    return TIME.format(tram.at()) + " " + tram.line() + " " + tram.to();
  }
}

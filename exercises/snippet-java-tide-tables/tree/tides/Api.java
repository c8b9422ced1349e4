package tides;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What harbours' displays and skippers' phones ask for. */
public final class Api {
  /** An answer of HTTP. */
  public record Answer(int status, String body) {}

  private static final Logger LOG = Logger.getLogger(Api.class.getName());
  private static final int LONGEST = 40;
  private static final int MOST_DAYS = 14;
  private static final double QUAY = 4.2;
  private final Tables tables;

  public Api(Tables tables) {
    this.tables = tables;
  }

  /** GET /tides?harbour=…&days=… */
  public Answer tides(Map<String, String> query) {
    String harbour = query.getOrDefault("harbour", "");
    if (harbour.isBlank() || harbour.length() > LONGEST) {
      return refused("harbour");
    }
    String days = query.getOrDefault("days", "1");
    if (!days.matches("[1-9][0-9]?") || Integer.parseInt(days) > MOST_DAYS) {
      return refused("days");
    }
    try {
      return answered(harbour, Integer.parseInt(days));
    } catch (Tables.Away away) {
      LOG.log(Level.WARNING, "no tides for {0}: {1}", new Object[] {harbour, away});
      return error(503, "please ask again in a minute");
    }
  }

  private Answer answered(String harbour, int days) {
    JsonArray list = new JsonArray();
    for (Tables.Tide tide : tables.next(harbour, days)) {
      list.add(json(tide));
    }
    JsonObject body = new JsonObject();
    body.addProperty("harbour", harbour);
    body.add("tides", list);
    return new Answer(200, body.toString());
  }

  private static JsonObject json(Tables.Tide tide) {
    JsonObject json = new JsonObject();
    json.addProperty("time", tide.at().toString());
    json.addProperty("metres", tide.metres());
    json.addProperty("flood", tide.metres() > QUAY);
    return json;
  }

  private static Answer refused(String what) {
    return error(400, what);
  }

  private static Answer error(int status, String text) {
    JsonObject body = new JsonObject();
    body.addProperty("error", text);
    return new Answer(status, body.toString());
  }
}

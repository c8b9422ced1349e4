package billing;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What we offer. The platform's proxy knows who calls and lets each caller through to its own paths only. */
public final class Api {
  private static final Logger log = Logger.getLogger(Api.class.getName());
  private static final int MOST_BYTES = 16 * 1024;
  private static final Map<String, Integer> CENTS = Map.of("bouldering", 4900, "ropes", 5900, "everything", 7900);
  private static final Pattern LIST = Pattern.compile("state=(OPEN|PAID|DECLINED)(?:&after=(\\d{1,18}))?");

  private record SignUp(String name, String email, String card, String plan, Integer payday) {}

  private record Answer(int status, Object body) {}

  private interface Handler {
    Answer answer(HttpExchange exchange) throws Exception;
  }

  private static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadRequest(String message) {
      super(message);
    }
  }

  private final Gson json = new Gson();
  private final Members members = new Members();
  private final Invoices invoices = new Invoices();
  private final Transactions tx;
  private final CardGateway gateway;
  private final Metrics metrics;
  private final MonthlyRun run;
  private final Clock clock;

  public Api(DataSource pool, Settings settings, Metrics metrics) {
    this.tx = new Transactions(pool);
    this.gateway = new CardGateway(settings, metrics);
    this.metrics = metrics;
    this.clock = settings.clock();
    this.run = new MonthlyRun(tx, gateway, new MailClient(settings.mail()), metrics);
  }

  public void mount(HttpServer server) {
    on(server, "POST", "/members", this::signUp);
    on(server, "POST", "/runs", this::startRun);
    on(server, "GET", "/invoices", this::listInvoices);
  }

  private Answer signUp(HttpExchange exchange) throws IOException {
    SignUp wish = read(exchange, SignUp.class);
    Integer cents = wish.plan() == null ? null : CENTS.get(wish.plan());
    if (isBlank(wish.name()) || isBlank(wish.email()) || isBlank(wish.card()) || cents == null) {
      throw new BadRequest("name, email, card and a plan are needed");
    }
    int payday = wish.payday() == null ? 1 : wish.payday();
    if (payday < 1 || payday > 28) {
      throw new BadRequest("payday must be from 1 to 28");
    }
    if (!gateway.knows(wish.card())) {
      throw new BadRequest("the gateway does not know this card");
    }
    boolean added =
        tx.execute(
            connection -> members.add(connection, wish.name(), wish.email(), wish.card(), cents, payday));
    if (!added) {
      return new Answer(409, Map.of("error", "there is such a member already"));
    }
    metrics.count("signed_up");
    return new Answer(201, Map.of());
  }

  private Answer startRun(HttpExchange exchange) throws Exception {
    return new Answer(200, run.run(LocalDate.now(clock)).values());
  }

  private Answer listInvoices(HttpExchange exchange) {
    Matcher query = LIST.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
    if (!query.matches()) {
      throw new BadRequest("state must be OPEN, PAID or DECLINED, and after a number");
    }
    long after = query.group(2) == null ? 0 : Long.parseLong(query.group(2));
    return new Answer(200, tx.execute(connection -> invoices.list(connection, query.group(1), after)));
  }

  private <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    T value = json.fromJson(new String(body, StandardCharsets.UTF_8), type);
    if (value == null) {
      throw new BadRequest("the body is empty");
    }
    return value;
  }

  private void on(HttpServer server, String method, String path, Handler handler) {
    server.createContext(
        path,
        exchange -> {
          Answer answer;
          try {
            boolean known = exchange.getRequestMethod().equals(method);
            answer = known ? handler.answer(exchange) : new Answer(405, Map.of("error", "only " + method));
          } catch (BadRequest | JsonSyntaxException wrong) {
            answer = new Answer(400, Map.of("error", String.valueOf(wrong.getMessage())));
          } catch (Exception error) {
            log.log(Level.SEVERE, method + " " + path + " failed", error);
            answer = new Answer(500, Map.of("error", "something went wrong here"));
          }
          send(exchange, answer);
        });
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = json.toJson(answer.body()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}

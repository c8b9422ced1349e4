package billing;

import billing.Invoices.Invoice;
import billing.Members.Member;
import com.google.gson.Gson;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Logger;

/** The card gateway. */
final class CardGateway {
  private static final Logger log = Logger.getLogger(CardGateway.class.getName());

  private record Answer(String result) {}

  private final URI base;
  private final String token;
  private final Metrics metrics;
  private final Gson json = new Gson();

  CardGateway(Settings settings, Metrics metrics) {
    this.base = settings.gateway();
    this.token = settings.gatewayToken();
    this.metrics = metrics;
  }

  /** Whether the token stands for a card. */
  boolean knows(String card) {
    int status = Http.send(request("/cards/" + URLEncoder.encode(card, StandardCharsets.UTF_8)).GET().build()).statusCode();
    if (status != 200 && status != 404) {
      throw new IllegalStateException("the gateway answered " + status);
    }
    return status == 200;
  }

  /** Charges the member's card with the invoice; false when the card was declined. */
  boolean charge(Member member, Invoice invoice) {
    log.info("charging invoice " + invoice.id());
    String body = json.toJson(Map.of("card", member.card(), "cents", invoice.cents(), "text", "Climbing " + invoice.month()));
    HttpRequest request =
        request("/charges")
            .header("Idempotency-Key", "invoice-" + invoice.id())
            .POST(BodyPublishers.ofString(body))
            .build();
    long started = System.nanoTime();
    String result = "error";
    try {
      result = answer(request);
      return result.equals("ok");
    } finally {
      metrics.time("charge", result, System.nanoTime() - started);
    }
  }

  private String answer(HttpRequest request) {
    HttpResponse<String> response = Http.send(request);
    if (response.statusCode() != 200) {
      throw new IllegalStateException("the gateway answered " + response.statusCode());
    }
    return json.fromJson(response.body(), Answer.class).result();
  }

  private HttpRequest.Builder request(String path) {
    return Http.request(base.resolve(path)).header("Authorization", "Bearer " + token);
  }
}

package billing;

import com.google.gson.Gson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** The mail service: sends a template to somebody. */
final class MailClient {
  private final URI base;
  private final Gson json = new Gson();

  MailClient(URI base) {
    this.base = base;
  }

  void send(String to, String template, Map<String, Object> values) {
    String body = json.toJson(Map.of("to", to, "template", template, "values", values));
    HttpRequest request = Http.request(base.resolve("/mails")).POST(BodyPublishers.ofString(body)).build();
    int status = Http.send(request).statusCode();
    if (status != 202) {
      throw new IllegalStateException("the mail service answered " + status);
    }
  }
}

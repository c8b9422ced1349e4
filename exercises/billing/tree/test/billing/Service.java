package billing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Billing as it runs, on a database in memory, with neighbours that a test plays. */
final class Service implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final JdbcDataSource database = new JdbcDataSource();
  final Metrics metrics = new Metrics();
  final FakeServer gateway = new FakeServer().on("/cards/", (exchange, body) -> "200 {}");
  final FakeServer mail = new FakeServer();
  private final FakeServer server = new FakeServer();

  Service() throws IOException, SQLException {
    this(pool -> pool);
  }

  Service(UnaryOperator<DataSource> wrap) throws IOException, SQLException {
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
    for (String statement : migrations()) {
      update(statement);
    }
    Clock clock = Clock.fixed(Instant.parse("2026-05-20T00:00:00Z"), ZoneOffset.UTC);
    Settings settings = new Settings(gateway.uri(), "secret", mail.uri(), clock);
    new Api(wrap.apply(database), settings, metrics).mount(server.http);
  }

  private static List<String> migrations() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("migrations"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().collect(Collectors.toList())) {
        all.append(Files.readString(file));
      }
      return Stream.of(all.toString().split(";")).filter(part -> !part.isBlank()).collect(Collectors.toList());
    }
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
  }

  private URI at(String path) {
    return server.uri().resolve(path);
  }

  void update(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() {
    server.close();
    gateway.close();
    mail.close();
  }
}

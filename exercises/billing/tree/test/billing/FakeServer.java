package billing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that a test tells what to answer. */
final class FakeServer implements AutoCloseable {
  interface Reply {
    /** The status and the body, with a space in between. */
    String to(HttpExchange exchange, String body) throws Exception;
  }

  final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  FakeServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.start();
  }

  FakeServer on(String path, Reply reply) {
    http.createContext(
        path,
        exchange -> {
          String answer;
          try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try {
              answer = reply.to(exchange, body);
            } catch (Exception error) {
              answer = "500 " + error;
            }
            byte[] text = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
          }
        });
    return this;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}

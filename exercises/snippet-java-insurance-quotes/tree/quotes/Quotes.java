package quotes;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks all insurers at the same time. */
public final class Quotes implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Quotes.class.getName());
  private static final int THREADS = 32;
  private static final int WAITING = 32;

  /** What an insurer says; without a price when it said nothing. */
  public record Quote(String insurer, OptionalInt cents) {}

  private final Map<Insurer, ExecutorService> pools = new LinkedHashMap<>();
  private final long patience;

  public Quotes(List<Insurer> insurers, Duration patience) {
    this.patience = patience.toNanos();
    for (Insurer insurer : insurers) {
      pools.put(insurer, pool());
    }
  }

  private static ExecutorService pool() {
    return new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));
  }

  /** A quote for each insurer, in their order, after the patience at the latest. */
  public List<Quote> ask(String car) throws InterruptedException {
    long end = System.nanoTime() + patience;
    Map<Insurer, Future<Integer>> asked = new LinkedHashMap<>();
    pools.forEach((insurer, pool) -> asked.put(insurer, submitted(pool, insurer, car)));
    List<Quote> quotes = new ArrayList<>();
    for (Map.Entry<Insurer, Future<Integer>> each : asked.entrySet()) {
      quotes.add(new Quote(each.getKey().name(), answer(each.getKey(), each.getValue(), end)));
    }
    return quotes;
  }

  private static Future<Integer> submitted(ExecutorService pool, Insurer insurer, String car) {
    FutureTask<Integer> task = new FutureTask<>(() -> insurer.cents(car));
    try {
      pool.execute(task);
    } catch (RejectedExecutionException full) {
      task.cancel(false);
    }
    return task;
  }

  private static OptionalInt answer(Insurer insurer, Future<Integer> asked, long end) throws InterruptedException {
    try {
      return OptionalInt.of(asked.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException | CancellationException late) {
      asked.cancel(true);
      LOG.log(Level.WARNING, "{0} gave no price in time, or was not asked", insurer.name());
    } catch (ExecutionException failed) {
      LOG.log(Level.WARNING, insurer.name() + " gives no price", failed.getCause());
    }
    return OptionalInt.empty();
  }

  @Override
  public void close() {
    pools.values().forEach(ExecutorService::shutdownNow);
  }

  /** An insurer that is asked over HTTP. */
  public static final class HttpInsurer implements Insurer {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final String name;
    private final String address;

    public HttpInsurer(String name, String address) {
      this.name = name;
      this.address = address;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int cents(String car) throws IOException, InterruptedException {
      URI uri = URI.create(address + "?car=" + URLEncoder.encode(car, StandardCharsets.UTF_8));
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
      HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException(name + " answers " + response.statusCode());
      }
      try {
        return Integer.parseInt(response.body().strip());
      } catch (NumberFormatException odd) {
        throw new IOException(name + " answers no number", odd);
      }
    }
  }
}

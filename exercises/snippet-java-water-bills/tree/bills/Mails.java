package bills;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** Mails bills, some at the same time. */
public final class Mails implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Mails.class.getName());
  private static final int THREADS = 8;
  private static final int WAITING = 40;
  private static final long PATIENCE = 25;

  private final Provider provider;
  private final Journal journal;
  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
  private final Semaphore places = new Semaphore(WAITING);

  public Mails(Provider provider, Journal journal) {
    this.provider = provider;
    this.journal = journal;
  }

  /** Hands a bill over. Waits for a place among those that are to be mailed. */
  public void send(String bill) throws InterruptedException {
    places.acquire();
    pool.execute(() -> mail(bill));
  }

  private void mail(String bill) {
    places.release();
    try {
      provider.mail(bill);
    } catch (IOException | RuntimeException failed) {
      journal.failed(bill, failed);
      return;
    }
    journal.sent(bill);
  }

  /** Mails what was handed over; with all places taken and a slow provider that takes some eighteen seconds. */
  @Override
  public void close() {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
        LOG.severe("not all bills were mailed: " + pool);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

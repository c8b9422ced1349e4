package billing;

import billing.Invoices.Invoice;
import billing.Members.Member;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Charges the members whose payday has come. */
final class MonthlyRun {
  private static final Logger log = Logger.getLogger(MonthlyRun.class.getName());
  private static final int PAGE = 100;

  /** What a run did. */
  static final class Summary {
    private final LongAdder charged = new LongAdder();
    private final LongAdder chargedCents = new LongAdder();
    private final LongAdder declined = new LongAdder();
    private final LongAdder failed = new LongAdder();

    void charged(int cents) {
      charged.increment();
      chargedCents.add(cents);
    }

    void declined() {
      declined.increment();
    }

    void failed() {
      failed.increment();
    }

    Map<String, Object> values() {
      return Map.of(
          "charged", charged.sum(), "charged_cents", chargedCents.sum(), "declined", declined.sum(), "failed", failed.sum());
    }
  }

  private final Transactions tx;
  private final Members members = new Members();
  private final Invoices invoices = new Invoices();
  private final CardGateway gateway;
  private final MailClient mail;
  private final Metrics metrics;
  private final ExecutorService charging = Executors.newFixedThreadPool(8);
  private final ExecutorService mailing =
      new ThreadPoolExecutor(4, 4, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(5000));

  MonthlyRun(Transactions tx, CardGateway gateway, MailClient mail, Metrics metrics) {
    this.tx = tx;
    this.gateway = gateway;
    this.mail = mail;
    this.metrics = metrics;
  }

  Summary run(LocalDate today) throws InterruptedException, ExecutionException {
    Summary summary = new Summary();
    long last = 0;
    while (true) {
      long after = last;
      List<Member> page = tx.execute(connection -> members.due(connection, today, after, PAGE));
      if (page.isEmpty()) {
        return summary;
      }
      List<Future<?>> tasks = new ArrayList<>();
      for (Member member : page) {
        tasks.add(charging.submit(() -> attempt(member, YearMonth.from(today), summary)));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
      last = page.get(page.size() - 1).id();
    }
  }

  private void attempt(Member member, YearMonth month, Summary summary) {
    try {
      bill(member, month, summary);
    } catch (RuntimeException error) {
      log.log(Level.WARNING, "member " + member.id() + " was not charged", error);
      metrics.count("charge_failed");
      summary.failed();
    }
  }

  private void bill(Member member, YearMonth month, Summary summary) {
    Invoice invoice = tx.execute(connection -> invoices.open(connection, member, month));
    boolean paid = gateway.charge(member, invoice);
    boolean settled = tx.execute(connection -> invoices.settle(connection, invoice, paid));
    if (settled && paid) {
      summary.charged(invoice.cents());
      sendReceipt(member, invoice);
    } else if (settled) {
      summary.declined();
    }
  }

  private void sendReceipt(Member member, Invoice invoice) {
    Map<String, Object> values = Map.of("name", member.name(), "month", invoice.month(), "cents", invoice.cents());
    try {
      mailing.execute(() -> mailReceipt(member.email(), values));
    } catch (RejectedExecutionException full) {
      metrics.count("receipt_dropped");
    }
  }

  private void mailReceipt(String email, Map<String, Object> values) {
    try {
      mail.send(email, "receipt", values);
    } catch (RuntimeException error) {
      log.log(Level.WARNING, "a receipt was not sent", error);
      metrics.count("receipt_dropped");
    }
  }
}

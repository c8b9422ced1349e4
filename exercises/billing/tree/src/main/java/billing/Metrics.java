package billing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters and times; the platform scrapes them every 15 seconds. */
public final class Metrics {
  private final Map<String, LongAdder> values = new ConcurrentHashMap<>();

  public void count(String name) {
    add(name, 1);
  }

  /** How often something took how long, by how it ended. */
  public void time(String name, String result, long nanos) {
    add(name + "_count." + result, 1);
    add(name + "_micros." + result, nanos / 1000);
  }

  public long value(String name) {
    LongAdder value = values.get(name);
    return value == null ? 0 : value.sum();
  }

  private void add(String name, long amount) {
    values.computeIfAbsent(name, unused -> new LongAdder()).add(amount);
  }
}

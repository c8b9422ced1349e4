package quotes;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.Test;

public class QuotesTest {
  private interface Answer {
    int cents() throws IOException, InterruptedException;
  }

  private static Insurer insurer(String name, Answer answer) {
    return new Insurer() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public int cents(String car) throws IOException, InterruptedException {
        return answer.cents();
      }
    };
  }

  @Test
  public void allAreAskedAtOnce() throws Exception {
    Answer slow =
        () -> {
          Thread.sleep(200);
          return 41900;
        };
    try (Quotes quotes = new Quotes(List.of(insurer("Anker", slow), insurer("Birke", slow)), Duration.ofSeconds(2))) {
      long begin = System.nanoTime();
      List<Quotes.Quote> answers = quotes.ask("B-XY 123");
      assertEquals("Anker", answers.get(0).insurer());
      assertEquals(OptionalInt.of(41900), answers.get(1).cents());
      assertEquals("seconds", 0, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }
  }
}

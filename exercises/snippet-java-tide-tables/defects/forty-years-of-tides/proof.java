// Somebody wants everything that the tables have.
package tides;

import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class DaysProof {
  @Test
  public void nobodyGetsFortyYears() {
    List<Integer> asked = new ArrayList<>();
    Api api =
        new Api(
            (harbour, days) -> {
              asked.add(days);
              return List.of();
            });
    for (String days : new String[] {"400", "14600"}) {
      api.tides(Map.of("harbour", "Hull", "days", days));
    }
    for (int days : asked) {
      assertTrue(days + " days were read", days <= 100);
    }
  }
}

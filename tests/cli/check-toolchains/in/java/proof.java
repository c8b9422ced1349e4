import static org.junit.Assert.assertEquals;

import org.junit.Test;
import shop.Prices;

public class SumProof {
  @Test
  public void sum() {
    assertEquals("charged", 3, Prices.total(1, 2));
  }
}

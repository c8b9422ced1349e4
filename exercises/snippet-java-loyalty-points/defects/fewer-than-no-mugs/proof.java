// Somebody orders minus five mugs.
package points;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class NegativeProof {
  @Test
  public void nobodyEarnsByOrdering() throws Exception {
    Shop shop = new Shop();
    for (int pieces : new int[] {-5, 14_316_558}) {
      try {
        new Points(shop.pool).spend(1, "mug", pieces);
      } catch (RuntimeException refused) {
        assertEquals(0, shop.ordered());
      }
    }
    assertEquals("points left", 1000, shop.left());
  }
}

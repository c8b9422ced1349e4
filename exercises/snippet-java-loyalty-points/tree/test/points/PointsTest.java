package points;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class PointsTest {
  @Test
  public void mugsAreOrderedWhileThereArePoints() throws Exception {
    Shop shop = new Shop();
    Points points = new Points(shop.pool);
    assertTrue(points.spend(1, "mug", 2));
    assertFalse(points.spend(1, "mug", 2));
    assertFalse(points.spend(1, "boat", 1));
    assertEquals(400, shop.left());
    assertEquals(2, shop.ordered());
  }
}

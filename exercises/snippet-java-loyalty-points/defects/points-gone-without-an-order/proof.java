// The order cannot be stored: the points have to be there still.
package points;

import static org.junit.Assert.assertEquals;

import java.sql.SQLException;
import org.junit.Test;

public class OrderProof {
  @Test
  public void withoutAnOrderThePointsStay() throws Exception {
    Shop shop = new Shop();
    shop.run("ALTER TABLE orders ADD CONSTRAINT closed CHECK (pieces > 100)");
    try {
      new Points(shop.pool).spend(1, "mug", 1);
    } catch (SQLException expected) {
      assertEquals(0, shop.ordered());
    }
    assertEquals("points left", 1000, shop.left());
  }
}

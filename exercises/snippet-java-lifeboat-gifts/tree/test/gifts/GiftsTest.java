package gifts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class GiftsTest {
  private final Town town = new Town();
  private final Gifts gifts = new Gifts(town, town);

  @Test
  public void aGiftIsCollected() {
    assertTrue(gifts.give(new Gifts.Form("storm", "12.5", "Ana", "DE89")));
    assertTrue(town.events.contains("storm has 1250 more"));
    assertFalse(gifts.give(new Gifts.Form("storm", "25", "Rui", "XX00")));
    assertTrue(town.events.contains("settled false"));
  }

  @Test
  public void anAmountIsWanted() {
    for (String odd : new String[] {"", "-5", "1e5", "0.50", "12.345", "60000"}) {
      assertThrows(odd, IllegalArgumentException.class, () -> gifts.give(new Gifts.Form("storm", odd, "Ana", "DE89")));
    }
    assertEquals(0, town.events.size());
  }
}

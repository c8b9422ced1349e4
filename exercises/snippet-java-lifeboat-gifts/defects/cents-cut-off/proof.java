// What was typed is what is collected, to the cent.
package gifts;

import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class CentsProof {
  @Test
  public void aCentIsACent() {
    for (int cents = 100; cents < 3000; cents++) {
      Town town = new Town();
      String euros = String.format("%d.%02d", cents / 100, cents % 100);
      new Gifts(town, town).give(new Gifts.Form("storm", euros, "Ana", "DE89"));
      assertTrue(euros + ": " + town.events, town.events.contains("storm has " + cents + " more"));
    }
  }
}

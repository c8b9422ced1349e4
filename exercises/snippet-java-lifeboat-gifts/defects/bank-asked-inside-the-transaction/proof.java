// While the bank thinks no connection may be taken.
package gifts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import org.junit.Test;

public class TransactionProof {
  @Test
  public void theBankIsAskedOutside() {
    Town town = new Town();
    new Gifts(town, town).give(new Gifts.Form("storm", "25", "Ana", "DE89"));
    String events = town.events.toString();
    assertFalse(events, events.contains("collect in a transaction"));
    assertEquals("what is not stored cannot be asked about: " + events, "gift of 2500", town.events.get(0));
  }
}

// The database breaks queries off: all connections have to come back.
package photos;

import static org.junit.Assert.assertEquals;

import java.sql.SQLException;
import org.junit.Test;

public class LeakProof {
  @Test
  public void aBrokenSearchGivesItsConnectionBack() throws Exception {
    Agency agency = new Agency();
    agency.run("DROP TABLE photos");
    for (int search = 0; search < 5; search++) {
      try {
        new Search(agency.pool()).photos("storm", 0);
      } catch (SQLException expected) {
        // that is what it is to do
      }
    }
    assertEquals("connections that are out", 0, agency.out);
  }
}

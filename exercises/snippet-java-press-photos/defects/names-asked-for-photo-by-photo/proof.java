// Forty photos on a page: how many queries is that?
package photos;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class QueriesProof {
  @Test
  public void queriesDoNotGrowWithThePage() throws Exception {
    Agency agency = new Agency();
    agency.run("INSERT INTO photos SELECT x, 'storm' FROM SYSTEM_RANGE(1, 40)");
    agency.run("INSERT INTO people VALUES (1, 'Zoe'); INSERT INTO credits SELECT x, 1 FROM SYSTEM_RANGE(1, 40)");
    assertEquals(40, new Search(agency.pool()).photos("storm", 0).size());
    assertTrue(agency.queries + " queries", agency.queries <= 5);
  }
}

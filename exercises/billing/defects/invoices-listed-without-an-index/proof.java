// Three declined invoices among twenty thousand: how many rows does it take to find them?
package billing;

import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

public class ListProof {
  @Test
  public void theDeclinedOnesAreFoundWithoutReadingTheOthers() throws Exception {
    try (Service service = new Service();
        Connection connection = service.database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO members (name, email, card, cents, payday)"
              + " SELECT 'm', 'm' || \"X\", 'c' || \"X\", 4900, 1 FROM system_range(1, 20000)");
      statement.execute("INSERT INTO invoices (member_id, period, cents, state) SELECT id, '2026-04', 4900, 'PAID' FROM members");
      statement.execute("UPDATE invoices SET state = 'DECLINED' WHERE id IN (4000, 12000, 19000)");
      statement.execute("ANALYZE");
      String list = "SELECT id, member_id, period, cents, state FROM invoices WHERE state = 'DECLINED' AND id > 0 ORDER BY id LIMIT 100";
      try (ResultSet plan = statement.executeQuery("EXPLAIN ANALYZE " + list)) {
        plan.next();
        Matcher read = Pattern.compile("scanCount: (\\d+)").matcher(plan.getString(1));
        assertTrue(plan.getString(1), read.find());
        assertTrue(read.group(1) + " rows were read to find three", Integer.parseInt(read.group(1)) < 1000);
      }
    }
  }
}

package billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Who climbs with us. A card is the token by which the gateway knows it. */
final class Members {
  record Member(long id, String name, String email, String card, int cents) {}

  /** False when there is a member with this e-mail address already. */
  boolean add(Connection connection, String name, String email, String card, int cents, int payday) throws SQLException {
    String sql = "INSERT INTO members (name, email, card, cents, payday) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setString(2, email);
      statement.setString(3, card);
      statement.setInt(4, cents);
      statement.setInt(5, payday);
      return statement.executeUpdate() == 1;
    }
  }

  /** Those whose payday has come this month and whose invoice is not settled, by their id. */
  List<Member> due(Connection connection, LocalDate today, long after, int limit) throws SQLException {
    String sql =
        "SELECT id, name, email, card, cents FROM members m WHERE active AND payday <= ? AND id > ? AND NOT EXISTS"
            + " (SELECT 1 FROM invoices WHERE member_id = m.id AND period = ? AND state <> 'OPEN') ORDER BY id LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, today.getDayOfMonth());
      statement.setLong(2, after);
      statement.setString(3, YearMonth.from(today).toString());
      statement.setInt(4, limit);
      try (ResultSet rows = statement.executeQuery()) {
        List<Member> due = new ArrayList<>();
        while (rows.next()) {
          due.add(new Member(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getInt(5)));
        }
        return due;
      }
    }
  }
}

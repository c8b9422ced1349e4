package billing;

import billing.Members.Member;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The invoices: OPEN until the card was charged, then PAID or DECLINED. */
final class Invoices {
  record Invoice(long id, long member, String month, int cents, String state) {}

  private static final String SELECT = "SELECT id, member_id, period, cents, state FROM invoices ";

  /** The member's invoice of a month, which is made if there is none. */
  Invoice open(Connection connection, Member member, YearMonth month) throws SQLException {
    String sql = "INSERT INTO invoices (member_id, period, cents) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, member.id());
      insert.setString(2, month.toString());
      insert.setInt(3, member.cents());
      insert.executeUpdate();
    }
    try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE member_id = ? AND period = ?")) {
      select.setLong(1, member.id());
      select.setString(2, month.toString());
      return read(select).get(0);
    }
  }

  /** False when somebody else was quicker. */
  boolean settle(Connection connection, Invoice invoice, boolean paid) throws SQLException {
    String sql = "UPDATE invoices SET state = ? WHERE id = ? AND state = 'OPEN'";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, paid ? "PAID" : "DECLINED");
      update.setLong(2, invoice.id());
      return update.executeUpdate() == 1;
    }
  }

  /** A page of the invoices in a state, by their id. */
  List<Invoice> list(Connection connection, String state, long after) throws SQLException {
    String sql = SELECT + "WHERE state = ? AND id > ? ORDER BY id LIMIT 100";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, state);
      select.setLong(2, after);
      return read(select);
    }
  }

  private static List<Invoice> read(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<Invoice> invoices = new ArrayList<>();
      while (rows.next()) {
        invoices.add(
            new Invoice(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getInt(4), rows.getString(5)));
      }
      return invoices;
    }
  }
}

package points;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What members have collected, and what they order for it. */
public final class Points {
  private static final int MOST_PIECES = 20;
  private final DataSource pool;

  public Points(DataSource pool) {
    this.pool = pool;
  }

  /** False, and nothing is ordered, when the account has not enough points or the reward does not exist. */
  public boolean spend(long account, String reward, int pieces) throws SQLException {
    if (pieces < 1 || pieces > MOST_PIECES) {
      throw new IllegalArgumentException("pieces: " + pieces);
    }
    try (Connection connection = pool.getConnection()) {
      int price = priceOf(connection, reward);
      if (price == 0) {
        return false;
      }
      connection.setAutoCommit(false);
      try {
        boolean taken = take(connection, account, price * pieces);
        if (taken) {
          order(connection, account, reward, pieces);
        }
        connection.commit();
        return taken;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static int priceOf(Connection connection, String reward) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT points FROM rewards WHERE name = ?")) {
      select.setString(1, reward);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? found.getInt(1) : 0;
      }
    }
  }

  private static boolean take(Connection connection, long account, int points) throws SQLException {
    String sql = "UPDATE accounts SET points = points - ? WHERE id = ? AND points >= ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setInt(1, points);
      update.setLong(2, account);
      update.setInt(3, points);
      return update.executeUpdate() == 1;
    }
  }

  private static void order(Connection connection, long account, String reward, int pieces) throws SQLException {
    String sql = "INSERT INTO orders (account, reward, pieces) VALUES (?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, account);
      insert.setString(2, reward);
      insert.setInt(3, pieces);
      insert.executeUpdate();
    }
  }
}

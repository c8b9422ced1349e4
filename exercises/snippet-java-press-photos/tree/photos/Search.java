package photos;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Finds photos by the words of their captions. */
public final class Search {
  private static final int PAGE = 50;
  private static final int LAST_PAGE = 20;
  private static final String FOUND =
      "SELECT id, caption FROM photos WHERE LOWER(caption) LIKE ? ESCAPE '!' ORDER BY id DESC LIMIT " + PAGE + " OFFSET ?";
  private static final String NAMES =
      "SELECT c.photo, p.name FROM credits c JOIN people p ON p.id = c.person WHERE c.photo = ANY (?) ORDER BY p.name";

  /** A photo, and who took it. */
  public record Photo(long id, String caption, List<String> people) {}

  private final DataSource pool;

  public Search(DataSource pool) {
    this.pool = pool;
  }

  /** The photos with these words side by side, the newest first; pages are counted from 0. */
  public List<Photo> photos(String words, int page) throws SQLException {
    if (page < 0 || page > LAST_PAGE) {
      throw new IllegalArgumentException("page " + page);
    }
    try (Connection connection = pool.getConnection()) {
      Map<Long, Photo> found = found(connection, words, page);
      credit(connection, found);
      return List.copyOf(found.values());
    }
  }

  private static Map<Long, Photo> found(Connection connection, String words, int page) throws SQLException {
    Map<Long, Photo> photos = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(FOUND)) {
      select.setString(1, pattern(words));
      select.setInt(2, page * PAGE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          photos.put(row.getLong(1), new Photo(row.getLong(1), row.getString(2), new ArrayList<>()));
        }
      }
    }
    return photos;
  }

  /** What stands for something else in a pattern stands for itself in an editor's words. */
  private static String pattern(String words) {
    return "%" + words.strip().toLowerCase().replaceAll("([!%_])", "!$1") + "%";
  }

  private static void credit(Connection connection, Map<Long, Photo> photos) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NAMES)) {
      Array ids = connection.createArrayOf("BIGINT", photos.keySet().toArray());
      select.setArray(1, ids);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          photos.get(row.getLong(1)).people().add(row.getString(2));
        }
      }
    }
  }
}

package io.acme.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The tables of the library. */
public final class Books {
  /** How many authors there are, each with {@link #EACH} books. */
  public static final int AUTHORS = 12;

  private static final int EACH = 3;
  private static final AtomicInteger LAST = new AtomicInteger(1_000);

  private Books() {}

  /** A data source over tables in memory that are filled. */
  public static JdbcDataSource open() throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:library;DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    return filled(source);
  }

  /** A data source whose empty database has got the tables. */
  public static <S extends DataSource> S filled(S source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      create(connection);
      fill(connection);
    }
    return source;
  }

  private static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(40))");
      statement.execute("CREATE TABLE book (id INT PRIMARY KEY, author_id INT, title VARCHAR(40))");
      statement.execute("CREATE INDEX books_of_author ON book (author_id)");
    }
  }

  private static void fill(Connection connection) throws SQLException {
    try (PreparedStatement author =
            connection.prepareStatement("INSERT INTO author VALUES (?, ?)");
        PreparedStatement book = connection.prepareStatement("INSERT INTO book VALUES (?, ?, ?)")) {
      for (int id = 1; id <= AUTHORS; id++) {
        author.setInt(1, id);
        author.setString(2, "author " + id);
        author.addBatch();
        for (int i = 0; i < EACH; i++) {
          book.setInt(1, id * EACH + i);
          book.setInt(2, id);
          book.setString(3, "book " + i);
          book.addBatch();
        }
      }
      author.executeBatch();
      book.executeBatch();
    }
  }

  /** An id that no book has. */
  public static int nextId() {
    return LAST.incrementAndGet();
  }
}

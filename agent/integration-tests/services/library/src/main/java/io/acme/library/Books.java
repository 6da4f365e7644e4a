package io.acme.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Tables of the library. */
public final class Books {
  /** Number of authors; each has {@link #BOOKS_PER_AUTHOR} books. */
  public static final int AUTHORS = 12;

  private static final int BOOKS_PER_AUTHOR = 3;
  private static final AtomicInteger LAST_ID = new AtomicInteger(1_000);

  private Books() {}

  /** Opens an in-memory database with filled tables. */
  public static JdbcDataSource open() throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:library;DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    return filled(source);
  }

  /** Creates and fills the tables in an empty database, and returns its data source. */
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
        for (int i = 0; i < BOOKS_PER_AUTHOR; i++) {
          book.setInt(1, id * BOOKS_PER_AUTHOR + i);
          book.setInt(2, id);
          book.setString(3, "book " + i);
          book.addBatch();
        }
      }
      author.executeBatch();
      book.executeBatch();
    }
  }

  /** Returns an unused id of a book. */
  public static int nextId() {
    return LAST_ID.incrementAndGet();
  }
}

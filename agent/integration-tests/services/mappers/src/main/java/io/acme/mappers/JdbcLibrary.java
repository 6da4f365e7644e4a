package io.acme.mappers;

import io.acme.library.Books;
import io.acme.library.Library;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** The library in plain JDBC. */
final class JdbcLibrary implements Library {
  private static final String[] PAIRS = {
    "author_id IN (?, ?)",
    "author_id = ? OR author_id = ?",
    "author_id BETWEEN ? AND ?",
    "author_id = ? UNION ALL SELECT title FROM book WHERE author_id = ?",
  };

  private static final String[] ARRAYS = {
    "author_id = ANY (?)",
    "author_id = ANY (CAST(? AS INTEGER ARRAY))",
    "array_contains(?, author_id)",
    "author_id IN (SELECT * FROM UNNEST(CAST(? AS INTEGER ARRAY)))",
  };

  private static final String[] JSON = {
    "json_contains(?, author_id)",
    "author_id IN (SELECT id FROM json_table(?, '$[*]' COLUMNS (id INT PATH '$')) k)",
  };

  private final DataSource source;

  JdbcLibrary(DataSource source) {
    this.source = source;
  }

  @Override
  public String oneByOne() throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT id, name FROM author ORDER BY id");
        ResultSet authors = select.executeQuery()) { // call site: parent
      while (authors.next()) {
        text.append(authors.getString("name"));
        appendBooks(connection, authors.getInt("id"), text);
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static void appendBooks(Connection connection, int author, StringBuilder text)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT title FROM book WHERE author_id = ?")) {
      select.setInt(1, author);
      try (ResultSet books = select.executeQuery()) { // call site: loop
        while (books.next()) {
          text.append(' ').append(books.getString(1));
        }
      }
    }
  }

  @Override
  public String together() throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT a.name, b.title FROM author a JOIN book b ON b.author_id = a.id"
                    + " ORDER BY a.id");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        text.append(rows.getString(1)).append(' ').append(rows.getString(2)).append('\n');
      }
    }
    return text.toString();
  }

  /** The forms of handwritten SQL, and those that mappers generate for this database. */
  @Override
  public String inSmallBatches() throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection connection = source.getConnection()) {
      List<Integer> authors = new ArrayList<>();
      try (PreparedStatement select =
              connection.prepareStatement("SELECT id FROM author ORDER BY id");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          authors.add(rows.getInt(1));
        }
      }
      for (String where : PAIRS) {
        for (int i = 0; i < authors.size(); i += 2) {
          appendBooks(connection, "SELECT title FROM book WHERE " + where, text, authors, i);
        }
      }
      boolean arrays = connection.getMetaData().getDatabaseProductName().equals("H2");
      for (String where : arrays ? ARRAYS : JSON) {
        for (int i = 0; i < authors.size(); i += 2) {
          List<Integer> two = authors.subList(i, i + 2);
          Object list =
              arrays ? connection.createArrayOf("INTEGER", two.toArray()) : two.toString();
          appendBooks(
              connection, "SELECT title FROM book WHERE " + where, text, Arrays.asList(list), 0);
        }
      }
    }
    return text.toString();
  }

  private static void appendBooks(
      Connection connection, String sql, StringBuilder text, List<?> binds, int from)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < Math.min(2, binds.size()); i++) {
        select.setObject(1 + i, binds.get(from + i));
      }
      try (ResultSet books = select.executeQuery()) {
        while (books.next()) {
          text.append(' ').append(books.getString(1));
        }
      }
    }
  }

  @Override
  public void addOneByOne(int n) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO book VALUES (?, ?, ?)")) {
      for (int i = 0; i < n; i++) {
        bind(insert, i);
        insert.executeUpdate(); // call site: adds
      }
    }
  }

  @Override
  public void addTogether(int n) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO book VALUES (?, ?, ?)")) {
      for (int i = 0; i < n; i++) {
        bind(insert, i);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, int i) throws SQLException {
    insert.setInt(1, Books.nextId());
    insert.setInt(2, 1 + i);
    insert.setString(3, "added");
  }
}

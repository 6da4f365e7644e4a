package io.acme.mappers;

import io.acme.library.Books;
import io.acme.library.Library;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** No mapper at all. */
final class JdbcLibrary implements Library {
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

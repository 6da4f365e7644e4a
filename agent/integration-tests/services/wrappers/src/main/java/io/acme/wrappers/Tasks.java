package io.acme.wrappers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Queries of the requests. In double quotes, {@code topsecret} is a literal on MariaDB, but {@code
 * NAME} an identifier on H2.
 */
final class Tasks {
  private Tasks() {}

  /** Two literal statements. */
  static int text(DataSource source, boolean mariadb) throws SQLException {
    String sql =
        mariadb
            ? "SELECT CONCAT(\"topsecret\", name) FROM author WHERE id = 1"
            : "SELECT \"NAME\" FROM author WHERE \"NAME\" <> 'topsecret'";
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      int rows = 0;
      try (ResultSet results = statement.executeQuery(sql)) {
        rows += rows(results);
      }
      statement.execute(sql);
      try (ResultSet results = statement.getResultSet()) {
        rows += rows(results);
      }
      return rows;
    }
  }

  /** One prepared statement. */
  static int prepared(DataSource source, boolean mariadb) throws SQLException {
    String sql =
        mariadb
            ? "SELECT id FROM author WHERE name <> \"topsecret\" AND id = ?"
            : "SELECT \"ID\" FROM author WHERE \"NAME\" <> 'topsecret' AND \"ID\" = ?";
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, 2);
      try (ResultSet results = statement.executeQuery()) {
        return rows(results);
      }
    }
  }

  /** A batch of two literal statements. */
  static int batch(DataSource source, boolean mariadb) throws SQLException {
    String sql =
        mariadb
            ? "UPDATE author SET name = \"topsecret\" WHERE id = 3000"
            : "UPDATE author SET \"NAME\" = 'topsecret' WHERE \"ID\" = 3000";
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.addBatch(sql);
      statement.addBatch(sql);
      return statement.executeBatch().length;
    }
  }

  /** A batch of two sets of parameters. */
  static int preparedBatch(DataSource source, boolean mariadb) throws SQLException {
    String sql =
        mariadb
            ? "UPDATE author SET name = CONCAT(name, \"topsecret\") WHERE id = ?"
            : "UPDATE author SET \"NAME\" = 'topsecret' WHERE \"ID\" = ?";
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int id = 3000; id < 3002; id++) {
        statement.setInt(1, id);
        statement.addBatch();
      }
      return statement.executeBatch().length;
    }
  }

  /** One query for each of five rows, in one transaction. */
  static int loop(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      int books = 0;
      try (PreparedStatement authors = connection.prepareStatement("SELECT id FROM author");
          ResultSet author = authors.executeQuery()) { // call site: authors
        while (author.next()) {
          books += booksOf(connection, author.getInt("id")); // call site: loop
        }
      }
      return books;
    }
  }

  private static int booksOf(Connection connection, int author) throws SQLException {
    try (PreparedStatement books =
        connection.prepareStatement("SELECT id, title FROM book WHERE author_id = ?")) {
      books.setInt(1, author);
      try (ResultSet book = books.executeQuery()) { // call site: books
        return rows(book);
      }
    }
  }

  private static int rows(ResultSet results) throws SQLException {
    int rows = 0;
    while (results.next()) {
      rows++;
    }
    return rows;
  }
}

package io.acme.wrappers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import javax.sql.XADataSource;

/** Database with five authors of three books each, and the ways to connect to it. */
record Database(String url, DataSource source, XADataSource xa, String driver) {
  static final int AUTHORS = 5;
  static final int BOOKS = 3;

  Database filled() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(200))");
      statement.execute("CREATE TABLE book (id INT PRIMARY KEY, author_id INT, title VARCHAR(40))");
      for (int author = 1; author <= AUTHORS; author++) {
        statement.execute("INSERT INTO author VALUES (" + author + ", 'author')");
        for (int book = 0; book < BOOKS; book++) {
          statement.execute(
              "INSERT INTO book VALUES (" + (author * BOOKS + book) + ", " + author + ", 'book')");
        }
      }
    }
    return this;
  }

  boolean isMariaDb() {
    return url.startsWith("jdbc:mariadb:");
  }
}

package io.rowcall.bench.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;

/**
 * Servlet that looks up rows by primary key, each with a statement of its own, over one connection.
 * No two lookups of a request have the same key.
 */
public final class LookupServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient DataSource database;
  private final int queries;
  private final String[] texts;

  /**
   * @param queries lookups per request, at most {@link Database#ROWS}
   * @param texts number of different SQL texts that the lookups use in turn
   */
  public LookupServlet(DataSource database, int queries, int texts) {
    this.database = database;
    this.queries = queries;
    this.texts = new String[texts];
    Arrays.setAll(this.texts, i -> "SELECT name AS n" + i + " FROM things WHERE id = ?");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int length = 0;
    try (Connection connection = database.getConnection()) {
      for (int i = 0; i < queries; i++) {
        try (PreparedStatement query = connection.prepareStatement(texts[i % texts.length])) {
          query.setInt(1, i);
          try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              length += rows.getString(1).length();
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
    byte[] body = Integer.toString(length).getBytes(StandardCharsets.US_ASCII);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}

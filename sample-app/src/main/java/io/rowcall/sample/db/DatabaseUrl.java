package io.rowcall.sample.db;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Database URL: JDBC, or the {@code postgresql://user:password@host:port/name} form of hosting
 * platforms.
 */
public record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {

  /**
   * Returns an in-memory H2 that does not reuse the last result of an unchanged query, so that
   * times are real.
   */
  public static DatabaseUrl inMemory(String name) {
    return new DatabaseUrl(
        "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0", "sa", "");
  }

  /**
   * Parses either form.
   *
   * @throws IllegalArgumentException if the text is neither; the message says what was expected
   */
  public static DatabaseUrl parse(String text) {
    if (text.startsWith("jdbc:h2:")) {
      return new DatabaseUrl(text, "sa", "");
    }
    if (text.startsWith("jdbc:postgresql:")) {
      return new DatabaseUrl(text, null, null);
    }
    if (text.startsWith("postgres://") || text.startsWith("postgresql://")) {
      return postgres(URI.create(text));
    }
    throw new IllegalArgumentException(
        "DATABASE_URL must start with jdbc:h2:, jdbc:postgresql: or postgresql://; it starts with \""
            + text.substring(0, text.indexOf(':') + 1)
            + "\"");
  }

  private static DatabaseUrl postgres(URI uri) {
    String login = uri.getUserInfo();
    int colon = login == null ? -1 : login.indexOf(':');
    String user = login == null || colon < 0 ? login : login.substring(0, colon);
    String password = login == null || colon < 0 ? null : login.substring(colon + 1);
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    return new DatabaseUrl(
        "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath(), user, password);
  }

  /** Leaves user and password out, for messages. */
  @Override
  public String toString() {
    int parameters = jdbcUrl.indexOf('?');
    return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
  }
}

package io.acme.drivers;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.rowset.RowSetProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Loops over 25 books with one query for each book's author. Each loop has its own SQL, which
 * contains its number, so that no two loops share a statement.
 */
final class Loops {
  private static final int BOOKS = 25;
  private static final int AUTHORS = 40;
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Connection connection;
  private final JdbcTemplate template;
  private int number;

  Loops(Connection connection) throws SQLException {
    this.connection = connection;
    template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    fill();
  }

  /** Queries of one request. */
  interface Loop {
    void run() throws Exception;
  }

  /** Moves to the row of each book, and reads the key of its author. */
  interface RowWalk {
    void collect(ResultSet books, List<Long> keys) throws SQLException;
  }

  private interface KeyReader {
    Object read(ResultSet books) throws SQLException;
  }

  private void fill() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE author (id BIGINT NOT NULL, code CHAR(36), name VARCHAR(50))");
      statement.execute(
          "CREATE TABLE book (id BIGINT NOT NULL, author_id BIGINT, author_code CHAR(36))");
    }
    try (PreparedStatement author =
            connection.prepareStatement("INSERT INTO author VALUES (?, ?, 'somebody')");
        PreparedStatement book = connection.prepareStatement("INSERT INTO book VALUES (?, ?, ?)")) {
      for (int i = 1; i <= AUTHORS; i++) {
        author.setLong(1, author(i));
        author.setString(2, code(i));
        author.executeUpdate();
      }
      for (int i = 1; i <= BOOKS; i++) {
        book.setLong(1, i);
        book.setLong(2, author(i));
        book.setString(3, code(i));
        book.executeUpdate();
      }
    }
  }

  /** Returns a key that is also one of a book, in a different order. */
  private static long author(int i) {
    return i > BOOKS ? i : (i * 7) % BOOKS + 1;
  }

  private static String code(int i) {
    return new UUID(12345, i * 17L).toString();
  }

  /** All loops, by their name in the table of drivers. */
  Map<String, Loop> all() {
    var loops = new LinkedHashMap<String, Loop>();
    Setters.all().forEach((name, setter) -> loops.put(name, () -> each(setter)));
    loops.put("second-parameter", this::second);
    loops.put("JdbcTemplate", this::template);
    loops.put("NamedParameterJdbcTemplate", this::named);
    loops.put("JdbcClient", this::client);
    loops.put("getString-setLong", () -> readAs(r -> Long.parseLong(r.getString(2))));
    loops.put("getInt-setString", () -> readAs(r -> "" + r.getInt(2)));
    loops.put("getDouble-setLong", () -> readAs(r -> (long) r.getDouble(2)));
    loops.put("getBigDecimal-setLong", () -> readAs(r -> r.getBigDecimal(2).longValue()));
    loops.put("getLong-setBigDecimal", () -> readAs(r -> BigDecimal.valueOf(r.getLong(2))));
    loops.put("getObject-setObject", () -> readAs(r -> r.getObject(2)));
    loops.put("text-setString", this::byText);
    loops.put("rows-absolute", () -> walk(Loops::absolute));
    loops.put("rows-relative", () -> walk(Loops::relative));
    loops.put("rows-previous", () -> walk(Loops::previous));
    loops.put("rows-first-next", () -> walk(Loops::firstThenNext));
    loops.put("rows-last-pass", () -> walk(Loops::lastThenPass));
    loops.put("rows-two-passes", () -> walk(Loops::twoPasses));
    loops.put("rows-CachedRowSet", this::cached);
    loops.put("rows-getMoreResults", this::moreResults);
    loops.put("array-twice", this::arrayTwice);
    return loops;
  }

  private String books() {
    return "SELECT id AS b" + number + ", author_id, author_code FROM book";
  }

  private String author() {
    return "SELECT name AS n" + number + " FROM author WHERE id = ?";
  }

  private void each(Setters.Setter<Long> setter) throws SQLException {
    number = NUMBERS.incrementAndGet();
    List<Long> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet books = statement.executeQuery(books())) {
      while (books.next()) {
        books.getLong(1);
        keys.add(books.getLong("author_id"));
      }
    }
    query(keys, setter);
  }

  private <K> void query(List<K> keys, Setters.Setter<K> setter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(author())) {
      for (K key : keys) {
        setter.bind(statement, key);
        read(statement);
      }
    }
  }

  private static void read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }

  /** The first parameter stays bound across executions. */
  private void second() throws SQLException {
    number = NUMBERS.incrementAndGet();
    List<Long> keys = template.query(books(), (books, i) -> books.getLong(2));
    String sql = "SELECT name AS n" + number + " FROM author WHERE name = ? AND id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, "somebody");
      for (long key : keys) {
        statement.setLong(2, key);
        read(statement);
      }
    }
  }

  private void template() {
    number = NUMBERS.incrementAndGet();
    List<Long> keys = template.query(books(), (books, i) -> books.getLong("author_id"));
    keys.forEach(key -> template.queryForObject(author(), String.class, key));
  }

  private void named() {
    number = NUMBERS.incrementAndGet();
    var named = new NamedParameterJdbcTemplate(template);
    List<Long> keys = template.query(books(), (books, i) -> books.getLong(2));
    String sql = author().replace("?", ":id");
    keys.forEach(key -> named.queryForObject(sql, Map.of("id", key), String.class));
  }

  private void client() {
    number = NUMBERS.incrementAndGet();
    var client = JdbcClient.create(template);
    for (Map<String, Object> book : client.sql(books()).query().listOfRows()) {
      client.sql(author()).param(book.get("author_id")).query(String.class).single();
    }
  }

  private void readAs(KeyReader reader) throws SQLException {
    number = NUMBERS.incrementAndGet();
    List<Object> keys = template.query(books(), (books, i) -> reader.read(books));
    query(
        keys,
        (statement, key) -> {
          if (key instanceof Long number) {
            statement.setLong(1, number);
          } else if (key instanceof BigDecimal decimal) {
            statement.setBigDecimal(1, decimal);
          } else if (key instanceof String text) {
            statement.setString(1, text);
          } else {
            statement.setObject(1, key);
          }
        });
  }

  private void byText() throws SQLException {
    number = NUMBERS.incrementAndGet();
    List<String> keys = template.query(books(), (books, i) -> books.getString("author_code"));
    String sql = "SELECT name AS n" + number + " FROM author WHERE code = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (String key : keys) {
        statement.setString(1, key);
        read(statement);
      }
    }
  }

  private void walk(RowWalk walk) throws SQLException {
    number = NUMBERS.incrementAndGet();
    List<Long> keys = new ArrayList<>();
    try (Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet books = statement.executeQuery(books())) {
      walk.collect(books, keys);
    }
    query(keys, (statement, key) -> statement.setLong(1, key));
  }

  private static void absolute(ResultSet books, List<Long> keys) throws SQLException {
    for (int i = 1; books.absolute(i); i++) {
      keys.add(books.getLong(2));
    }
  }

  private static void relative(ResultSet books, List<Long> keys) throws SQLException {
    books.first();
    do {
      keys.add(books.getLong(2));
    } while (books.relative(1));
  }

  private static void previous(ResultSet books, List<Long> keys) throws SQLException {
    books.afterLast();
    while (books.previous()) {
      keys.add(books.getLong(2));
    }
  }

  private static void firstThenNext(ResultSet books, List<Long> keys) throws SQLException {
    books.first();
    do {
      keys.add(books.getLong(2));
    } while (books.next());
  }

  private static void lastThenPass(ResultSet books, List<Long> keys) throws SQLException {
    books.last();
    books.getRow();
    books.beforeFirst();
    while (books.next()) {
      keys.add(books.getLong(2));
    }
  }

  private static void twoPasses(ResultSet books, List<Long> keys) throws SQLException {
    while (books.next()) {
      books.getLong(1);
    }
    books.beforeFirst();
    while (books.next()) {
      keys.add(books.getLong(2));
    }
  }

  private void cached() throws SQLException {
    number = NUMBERS.incrementAndGet();
    List<Long> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet books = statement.executeQuery(books());
        var cached = RowSetProvider.newFactory().createCachedRowSet()) {
      cached.populate(books);
      while (cached.next()) {
        keys.add(cached.getLong(2));
      }
    }
    query(keys, (statement, key) -> statement.setLong(1, key));
  }

  /** Only the second of two results of one execution has rows. */
  private void moreResults() throws SQLException {
    number = NUMBERS.incrementAndGet();
    List<Long> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT id FROM book WHERE id < 0; " + books());
      statement.getResultSet().close();
      if (!statement.getMoreResults()) {
        throw new UnsupportedOperationException("one result only");
      }
      try (ResultSet books = statement.getResultSet()) {
        while (books.next()) {
          keys.add(books.getLong(2));
        }
      }
    }
    query(keys, (statement, key) -> statement.setLong(1, key));
  }

  /** The same query twice, with two arrays of the same elements. */
  private void arrayTwice() throws SQLException {
    number = NUMBERS.incrementAndGet();
    String sql = "SELECT name AS n" + number + " FROM author WHERE id = ANY (?)";
    for (int i = 0; i < 2; i++) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        Array keys = connection.createArrayOf("BIGINT", new Long[] {3L, 4L, 5L});
        statement.setArray(1, keys);
        read(statement);
      }
    }
  }
}

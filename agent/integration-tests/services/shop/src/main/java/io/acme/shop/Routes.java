package io.acme.shop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Routes that every service of the shop exposes. */
public final class Routes {
  private static final int BIG_BYTES = 200 * 1024;

  private final Shop shop;

  /** Creates the routes of a shop. */
  public Routes(Shop shop) {
    this.shop = shop;
  }

  /** Handles a request; returns false, and sends nothing, if there is no such route. */
  public boolean handle(String path, Reply reply) throws IOException {
    int slash = path.indexOf('/', 1);
    String route = slash < 0 ? path : path.substring(0, slash);
    int n = slash < 0 ? 0 : Integer.parseInt(path.substring(slash + 1));
    try {
      return handle(route, n, reply);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean handle(String route, int n, Reply reply) throws IOException, SQLException {
    switch (route) {
      case "/loop":
        return send(reply, 200, shop.listWithLoop(n));
      case "/join":
        return send(reply, 200, shop.listWithJoin());
      case "/batch":
        return send(reply, 200, "inserted " + shop.batchInsert(n) + "\n");
      case "/inserts":
        return send(reply, 200, "inserted " + shop.insertOneByOne(n) + "\n");
      case "/twice":
        return send(reply, 200, shop.sameQueryTwice());
      case "/slow":
        return send(reply, 200, shop.slowQuery(n));
      case "/literals":
        return send(reply, 200, shop.statementWithLiterals(n));
      case "/call":
        return send(reply, 200, "price " + shop.callable(17) + "\n");
      case "/update":
        return send(reply, 200, "updated " + shop.largeUpdate() + "\n");
      case "/error":
        shop.listWithJoin();
        throw new IllegalStateException("the handler failed");
      case "/sql-error":
        return sqlError(reply);
      case "/big":
        return big(reply);
      case "/held":
        shop.listWithJoin();
        ReleaseFile.await();
        return send(reply, 200, shop.listWithJoin());
      case "/none":
        return send(reply, 200, "no query\n");
      default:
        return false;
    }
  }

  private boolean sqlError(Reply reply) throws IOException {
    try {
      shop.throwing();
      return send(reply, 200, "no exception\n");
    } catch (SQLException e) {
      return send(reply, 500, e.getSQLState() + " " + e.getMessage() + "\n");
    }
  }

  /** One execution before the response is committed, and one after half of the body. */
  private boolean big(Reply reply) throws IOException, SQLException {
    String first = shop.text("SELECT customer, total FROM orders WHERE id = 7");
    try (OutputStream body = reply.start(200, BIG_BYTES)) {
      fill(body, first.getBytes(StandardCharsets.UTF_8), BIG_BYTES / 2);
      body.flush();
      String second = shop.text("SELECT name, price FROM items WHERE id = 7");
      fill(body, second.getBytes(StandardCharsets.UTF_8), BIG_BYTES / 2);
    }
    return true;
  }

  private static void fill(OutputStream body, byte[] line, int bytes) throws IOException {
    for (int left = bytes; left > 0; left -= line.length) {
      body.write(line, 0, Math.min(line.length, left));
    }
  }

  private static boolean send(Reply reply, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (OutputStream body = reply.start(status, bytes.length)) {
      body.write(bytes);
    }
    return true;
  }
}

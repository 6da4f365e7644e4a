package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallCacheTest {

  @BeforeEach
  void install() {
    CallCache.clear();
    Engine.install(new TestEngine());
  }

  @AfterEach
  void uninstall() {
    CallCache.clear();
    Engine.install(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://stock.example/items/7             | GET stock.example/items/7",
        "https://stock.example:8443/items/7?key=1 | GET stock.example/items/7",
        "http://user:secret@stock.example/items   | GET stock.example/items",
        "http://user:a@b@stock.example:80/items   | GET stock.example/items",
        "http://stock.example                     | GET stock.example/",
        "http://stock.example?a=/b                | GET stock.example/",
        "http://[::1]:80/items#top                | GET [::1]/items",
        "/items/7?next=http://other/              | GET default.example/items/7",
        "items                                    | GET default.example/items",
      })
  void passesHostAndPathAndNeitherUserNorQuery(String url, String expected) {
    String text = CallCache.http("GET", "default.example:8080", url).text;
    assertEquals(expected, text.replace("example//", "example/").replace("]//", "]/"));
  }

  @Test
  void looksUpAllIdsOfAPathAsOne() {
    SqlStatement first = CallCache.http("GET", null, "http://stock.example/items/1?a");
    assertSame(first, CallCache.http("GET", null, "http://stock.example:81/items/23?b"));
    assertNotSame(first, CallCache.http("GET", null, "http://price.example/items/1"));
    assertNotSame(first, CallCache.http("POST", null, "http://stock.example/items/1"));
    assertNotSame(first, CallCache.http("GET", null, "http://stock.example/orders/1"));
  }

  @Test
  void distinguishesUrlsByPathAndQuery() {
    long hash = CallCache.hash("http://stock.example/items/1?a");
    assertEquals(hash, CallCache.hash("/items/1?a"));
    assertNotEquals(hash, CallCache.hash("/items/1?b"));
    assertNotEquals(hash, CallCache.hash("/items/2?a"));
  }

  @Test
  void looksUpCommandsByKindAndTarget() {
    SqlStatement find = CallCache.command(CallKind.MONGODB, "find", "orders");
    assertEquals("find orders", find.text);
    assertSame(find, CallCache.command(CallKind.MONGODB, "find", "orders"));
    assertNotSame(find, CallCache.command(CallKind.MONGODB, "find", "items"));
    assertNotSame(find, CallCache.command(CallKind.REDIS, "find", "orders"));
  }
}

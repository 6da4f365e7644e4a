package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SqlCacheTest {
  private final TestEngine engine = new TestEngine();

  @BeforeEach
  void start() {
    stop();
    Engine.install(engine);
  }

  @AfterEach
  void stop() {
    Engine.install(null);
    for (int i = 0; i < SqlCache.CACHE.length(); i++) {
      SqlCache.CACHE.set(i, null);
    }
  }

  @Test
  void admitsATextAtItsSecondLookup() {
    SqlCache.get("SELECT first FROM a", 1);
    SqlStatement second = SqlCache.get("SELECT first FROM a", 1);
    SqlStatement third = SqlCache.get(String.valueOf("SELECT first FROM a".toCharArray()), 1);

    assertSame(second, third);
    assertEquals(2, engine.normalized.get());
  }

  @Test
  void separatesDialects() {
    for (int i = 0; i < 2; i++) {
      SqlCache.get("SELECT dialects FROM a", 1);
      SqlCache.get("SELECT dialects FROM a", 2);
    }

    assertNotSame(
        SqlCache.get("SELECT dialects FROM a", 1), SqlCache.get("SELECT dialects FROM a", 2));
    assertEquals(2, SqlCache.get("SELECT dialects FROM a", 2).id);
  }

  @Test
  void isNotFilledByTextsThatAreLookedUpOnce() {
    for (int i = 0; i < 20_000; i++) {
      SqlCache.get("SELECT once FROM a WHERE id = " + i, 1);
    }
    int entries = 0;
    for (int i = 0; i < SqlCache.CACHE.length(); i++) {
      entries += SqlCache.CACHE.get(i) == null ? 0 : 1;
    }

    assertEquals(0, entries);
  }

  @Test
  void withoutEngineOrTextEveryStatementIsOther() {
    assertSame(SqlStatement.OTHER, SqlCache.get(null, 1));
    Engine.install(null);
    assertSame(SqlStatement.OTHER, SqlCache.get("SELECT engine FROM a", 1));
  }

  @Test
  void anUnresolvedTextIsResolvedByTheFirstKnownDialect() {
    var unresolved = new UnresolvedSql("SELECT unresolved FROM a");
    assertNull(unresolved.resolved());

    assertEquals(SqlCache.UNKNOWN, unresolved.resolve(SqlCache.UNKNOWN).id);
    SqlStatement known = unresolved.resolve(3);

    assertEquals(3, known.id);
    assertSame(known, unresolved.resolve(4));
    assertSame(known, unresolved.resolved());
  }
}

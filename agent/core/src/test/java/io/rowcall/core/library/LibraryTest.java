package io.rowcall.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Reading pools and caches by the paths of a descriptor. */
final class LibraryTest {
  private static final String TYPE = Pool.class.getName();

  @Test
  void readsFieldsAndMethodsAlongAPath() {
    Library library =
        Library.pool("some", "com.acme.").withGauge(PoolGauge.idle(TYPE, "idle.get()", "size.max"));
    Pool pool = new Pool();
    PoolGauge gauge = library.gauge(pool);
    assertNotNull(gauge);
    assertEquals(2, gauge.idle(pool, 9));
    assertEquals(3, gauge.max(pool));
  }

  @Test
  void subtractsActiveConnectionsFromTheTotal() {
    Pool pool = new Pool();
    PoolGauge gauge = PoolGauge.total(TYPE, "all.size()", "size.max");
    assertEquals(1, gauge.idle(pool, 1));
    assertEquals(0, gauge.idle(pool, 5), "counted a moment later");
  }

  @Test
  void findsTheGaugeOfASuperclass() {
    Library library = Library.pool("some", "com.acme.").withGauge(PoolGauge.max(TYPE, "size.max"));
    assertNotNull(library.gauge(new Pool() {}));
    assertNull(library.gauge("no pool"));
  }

  @Test
  void readsZeroWhereAnotherVersionHasNoSuchField() {
    PoolGauge gauge = PoolGauge.idle(TYPE, "gone.get()", "size.gone");
    assertEquals(0, gauge.idle(new Pool(), 0));
    assertEquals(0, gauge.max(new Pool()));
  }

  @Test
  void namesACacheByItsField() {
    assertEquals("owners", Library.cache("some", "com.acme.").namedBy("name").nameOf(new Pool()));
    assertNull(Library.cache("some", "com.acme.").nameOf(new Pool()));
  }

  @Test
  void matchesTheLongestPrefix() {
    Library library = Library.framework("com.acme.", "com.acme.shop.");
    assertEquals("com.acme.shop.".length(), library.match("com.acme.shop.Cart"));
    assertEquals(0, library.match("com.acmeshop.Cart"));
  }

  @Test
  void indexesPrefixesByTheirFirstCharacter() {
    Prefixes prefixes = new Prefixes(List.of("com.acme.", "com.other.", "org."));
    assertEquals(true, prefixes.matches("com.other.A"));
    assertEquals(false, prefixes.matches("com.A"));
    assertEquals(false, prefixes.matches("éa.A"));
    assertEquals(false, prefixes.matches(""));
  }

  @SuppressWarnings("UnusedVariable") // Read by reflection.
  private static class Pool {
    private final String name = "owners";
    private final AtomicInteger idle = new AtomicInteger(2);
    private final List<String> all = new ArrayList<>(List.of("a", "b"));
    private final Size size = new Size();
  }

  @SuppressWarnings("UnusedVariable") // Read by reflection.
  private static final class Size {
    private final int max = 3;
  }
}

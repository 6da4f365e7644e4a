package io.rowcall.it.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.cache.CacheContract;
import io.rowcall.it.pool.PoolContract;
import io.rowcall.it.support.DocumentedTables;
import io.rowcall.it.support.IntegrationTests;
import io.rowcall.it.support.LibraryVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Verifies the table of libraries in {@code agent/docs/supported.md} against the tests. */
final class LibrariesTableIT {
  @Test
  void matchesTheTests() throws Exception {
    assertEquals(table(), DocumentedTables.read("supported.md", "libraries"));
  }

  private static String table() throws Exception {
    Map<String, Row> caches = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, Row> pools = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Class<?> test : IntegrationTests.all()) {
      if (CacheContract.class.isAssignableFrom(test)) {
        CacheContract.Library library = newInstance(test, CacheContract.class).library();
        row(caches, library.version()).add(test, library.version(), counted(library));
      } else if (PoolContract.class.isAssignableFrom(test)) {
        PoolContract.Library library = newInstance(test, PoolContract.class).library();
        row(pools, library.version()).add(test, library.version(), counted(library));
      }
    }
    return "| cache | tested | counted besides hits and misses | tests |\n|---|---|---|---|\n"
        + lines(caches)
        + "\n| pool | tested | known besides active, peak, waiting, wait and hold | tests |\n"
        + "|---|---|---|---|\n"
        + lines(pools);
  }

  private static List<String> counted(CacheContract.Library library) {
    var counted = new ArrayList<String>();
    if (library.loads() > 0) {
      counted.add("loads");
    }
    switch (library.bound()) {
      case UNKNOWN -> {}
      case UNBOUNDED -> counted.add("size");
      case TEN, ABOUT_TEN -> counted.addAll(List.of("evictions", "size"));
    }
    return counted;
  }

  private static List<String> counted(PoolContract.Library library) {
    if (!library.pooled()) {
      return List.of();
    }
    return library.idle() > 0 ? List.of("idle", "max", "leaks") : List.of("max", "leaks");
  }

  private static Row row(Map<String, Row> rows, LibraryVersion version) {
    return rows.computeIfAbsent(version.artifacts().get(0), artifact -> new Row());
  }

  private static String lines(Map<String, Row> rows) {
    var text = new StringBuilder();
    rows.forEach((artifact, row) -> text.append(row.line(artifact)));
    return text.toString();
  }

  private static <T> T newInstance(Class<?> test, Class<T> contract) throws Exception {
    var constructor = test.getDeclaredConstructor();
    constructor.setAccessible(true);
    return contract.cast(constructor.newInstance());
  }

  /** Row of a library: its versions, reported figures, and tests. */
  private static final class Row {
    private final TreeSet<String> older = new TreeSet<>();
    private final TreeSet<String> newest = new TreeSet<>();
    private final TreeSet<String> counted = new TreeSet<>();
    private final TreeSet<String> tests = new TreeSet<>();

    void add(Class<?> test, LibraryVersion version, List<String> figures) {
      (version.older() ? older : newest).add(version.version());
      counted.addAll(figures);
      tests.add("`" + test.getSimpleName() + "`");
    }

    String line(String artifact) {
      var versions = new ArrayList<>(older);
      versions.addAll(newest);
      return "| `"
          + artifact
          + "` | "
          + String.join(", ", versions)
          + " | "
          + String.join(", ", counted)
          + " | "
          + String.join(", ", tests)
          + " |\n";
    }
  }
}

package io.rowcall.it.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.DocumentedTables;
import io.rowcall.it.support.IntegrationTests;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Shows;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Verifies the table in {@code agent/docs/safety.md} against the tests. */
final class SafetyTableIT {
  @Test
  void matchesTheTests() throws Exception {
    assertEquals(table(), DocumentedTables.read("safety.md", "promises"));
  }

  private static String table() throws Exception {
    Map<Promise, TreeSet<String>> tests = new EnumMap<>(Promise.class);
    for (Class<?> test : IntegrationTests.all()) {
      add(test.getAnnotation(Shows.class), test.getSimpleName(), tests);
      for (Class<?> type = test; type != Object.class; type = type.getSuperclass()) {
        for (Method method : type.getDeclaredMethods()) {
          String name = type.getSimpleName() + "." + method.getName();
          add(method.getAnnotation(Shows.class), name, tests);
        }
      }
    }
    var text = new StringBuilder("| promise | tested with | tests |\n|---|---|---|\n");
    for (Promise promise : Promise.values()) {
      TreeSet<String> names = tests.get(promise);
      if (names == null) {
        throw new AssertionError("no test has @Shows(" + promise + ")");
      }
      text.append(promise.row()).append(String.join(", ", names)).append(" |\n");
    }
    return text.toString();
  }

  private static void add(Shows shows, String test, Map<Promise, TreeSet<String>> tests) {
    if (shows != null) {
      for (Promise promise : shows.value()) {
        tests.computeIfAbsent(promise, shown -> new TreeSet<>()).add("`" + test + "`");
      }
    }
  }
}

package io.acme.jdk;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** How often each method of the application's JDBC objects was called, by anybody. */
final class Calls {
  private static final Map<String, AtomicLong> COUNTS = new ConcurrentSkipListMap<>();

  private Calls() {}

  static void count(String method) {
    COUNTS.computeIfAbsent(method, name -> new AtomicLong()).incrementAndGet();
  }

  /** One line per method, sorted. */
  static String text() {
    StringBuilder text = new StringBuilder("calls\n");
    COUNTS.forEach((method, count) -> text.append(method).append(' ').append(count).append('\n'));
    return text.toString();
  }
}

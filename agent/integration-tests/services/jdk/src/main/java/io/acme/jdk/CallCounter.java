package io.acme.jdk;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the calls of each method of the application's JDBC objects by any caller. */
final class CallCounter {
  private static final Map<String, AtomicLong> COUNTS = new ConcurrentSkipListMap<>();

  private CallCounter() {}

  static void count(String method) {
    COUNTS.computeIfAbsent(method, name -> new AtomicLong()).incrementAndGet();
  }

  /** Returns one line per method, sorted. */
  static String text() {
    StringBuilder text = new StringBuilder("calls\n");
    COUNTS.forEach((method, count) -> text.append(method).append(' ').append(count).append('\n'));
    return text.toString();
  }
}

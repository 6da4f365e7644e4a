package io.rowcall.bench.trial;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives the JDK's sets the type profile that they have in a service: {@code HashSet.iterator} is
 * called on linked sets too. Without it, a few such calls while the trial starts decide whether the
 * JIT compiler keeps H2's iterators off the heap, which is 3 KB a request; and whether they are
 * profiled depends on how much the JVM has run before, so that every agent seems to allocate.
 */
final class TypeProfiles {
  private static final int CALLS = 20_000;

  private TypeProfiles() {}

  static void prepare() {
    List<Set<String>> sets =
        List.of(new HashSet<>(List.of("a")), new LinkedHashSet<>(List.of("a")));
    int elements = 0;
    for (int i = 0; i < CALLS; i++) {
      for (String element : sets.get(i % 2)) {
        elements += element.length();
      }
    }
    if (elements != CALLS) {
      throw new AssertionError(elements);
    }
  }
}

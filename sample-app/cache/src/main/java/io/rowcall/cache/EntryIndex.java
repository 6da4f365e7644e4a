package io.rowcall.cache;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Entries by key, sorted, and by tag, so that an invalidation visits only what it may drop.
 *
 * <p>Holds entries rather than their keys: one that is replaced or evicted leaves without its
 * successor, in whatever order this is noticed. Thread-safe.
 */
final class EntryIndex {

  private final ConcurrentNavigableMap<String, Entry> byText = new ConcurrentSkipListMap<>();
  private final ConcurrentHashMap<String, Set<Entry>> byTag = new ConcurrentHashMap<>();

  void add(Entry entry) {
    byText.put(entry.key().text(), entry);
    for (String tag : entry.key().tags()) {
      byTag.compute(
          tag,
          (name, present) -> {
            Set<Entry> entries = present == null ? ConcurrentHashMap.newKeySet() : present;
            entries.add(entry);
            return entries;
          });
    }
  }

  void remove(Entry entry) {
    byText.remove(entry.key().text(), entry);
    for (String tag : entry.key().tags()) {
      byTag.computeIfPresent(
          tag,
          (name, entries) -> {
            entries.remove(entry);
            return entries.isEmpty() ? null : entries;
          });
    }
  }

  /**
   * Returns the entries to check: those of the tag, or those with the prefix of the key or pattern.
   */
  Stream<Entry> candidates(Invalidation invalidation) {
    return switch (invalidation.kind()) {
      case KEY -> Stream.ofNullable(byText.get(invalidation.text()));
      case TAG -> byTag.getOrDefault(invalidation.text(), Set.of()).stream();
      case PREFIX, PATTERN, EVERYTHING -> withPrefix(invalidation.prefix());
    };
  }

  private Stream<Entry> withPrefix(String prefix) {
    return byText.tailMap(prefix).values().stream()
        .takeWhile(entry -> entry.key().text().startsWith(prefix));
  }

  /** Returns the number of keys and of tags, for tests of leaks. */
  int size() {
    return byText.size() + byTag.size();
  }
}

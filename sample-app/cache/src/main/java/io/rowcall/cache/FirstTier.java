package io.rowcall.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entries in this process. Thread-safe.
 *
 * <p>An entry is stored only if nothing has invalidated its key since its version was taken. The
 * order makes that exact: an entry enters the index, then its version is compared, then it is
 * stored, all under the lock of its key; an invalidation increments the version, then looks into
 * the index, then removes under that lock. Either the store sees the new version, or the
 * invalidation sees the entry.
 */
final class FirstTier {

  private static final int LOCKS = 64;

  private final Cache<String, Entry> entries;
  private final EntryIndex index = new EntryIndex();
  private final Versions versions = new Versions();
  private final LongAdder visited = new LongAdder();
  private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

  FirstTier(CacheSettings settings) {
    entries =
        Caffeine.newBuilder()
            .maximumWeight(settings.maxBytes())
            .weigher((String key, Entry entry) -> entry.weight())
            .expireAfter(new Entry.EntryExpiry(settings.adaptiveTtl()))
            .ticker(settings.ticker())
            // An eviction is a few field writes, cheaper done at once than handed to a pool.
            .executor(Runnable::run)
            .removalListener(
                (@Nullable String text, @Nullable Entry entry, RemovalCause cause) -> {
                  if (entry != null) {
                    index.remove(entry);
                  }
                })
            .recordStats()
            .build();
  }

  @Nullable Entry get(String text) {
    return entries.getIfPresent(text);
  }

  /** Returns an entry without counting a read. */
  @Nullable Entry peek(String text) {
    return entries.policy().getIfPresentQuietly(text);
  }

  long version(int[] indexes) {
    return versions.sum(indexes);
  }

  /** Stores an entry, and returns whether its version was still the same. */
  boolean put(Entry entry, int[] indexes, long version) {
    String text = entry.key().text();
    synchronized (lock(text)) {
      if (versions.sum(indexes) != version) {
        return false;
      }
      index.add(entry);
      if (versions.sum(indexes) != version) {
        // It has replaced its predecessor in the index, which is therefore dropped as well.
        index.remove(entry);
        entries.invalidate(text);
        return false;
      }
      entries.put(text, entry);
      return true;
    }
  }

  void drop(Invalidation invalidation) {
    versions.increment(invalidation);
    if (invalidation.kind() == Invalidation.Kind.KEY) {
      visited.increment();
      synchronized (lock(invalidation.text())) {
        entries.invalidate(invalidation.text());
      }
      return;
    }
    index
        .candidates(invalidation)
        .forEach(
            entry -> {
              visited.increment();
              if (invalidation.matches(entry.key())) {
                remove(entry);
              }
            });
  }

  private void remove(Entry entry) {
    String text = entry.key().text();
    synchronized (lock(text)) {
      entries.asMap().remove(text, entry);
    }
  }

  void cleanUp() {
    entries.cleanUp();
  }

  /** Returns the number of entries, including expired ones that are not cleaned up yet. */
  long size() {
    return entries.estimatedSize();
  }

  /** Counts the entries that a read would return. */
  long valid() {
    return entries.asMap().keySet().stream().count();
  }

  long bytes() {
    return entries.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  long evictions() {
    return entries.stats().evictionCount();
  }

  /** Returns how many entries all invalidations together have looked at. */
  long visited() {
    return visited.sum();
  }

  /** Returns the number of keys and tags in the index. */
  int indexed() {
    return index.size();
  }

  private Object lock(String text) {
    int hash = text.hashCode();
    return locks[(hash ^ hash >>> 16) & LOCKS - 1];
  }
}

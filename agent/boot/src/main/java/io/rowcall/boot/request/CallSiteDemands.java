package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Table of call-site demands by method and path, which are all that is known of an endpoint while
 * its request runs. The key is a hash in which all segments that look like ids are equal, so a
 * lookup allocates nothing.
 *
 * <p>The engine, holding its lock, adds each path with the demand of its endpoint. A path that is
 * missing belongs to a new endpoint. Bounded to the latest {@value #CAPACITY} paths. Read by any
 * thread, lock-free.
 */
public final class CallSiteDemands {
  private static final int CAPACITY = 4096;
  private static final int PROBES = 8;

  /** Factor of the hash, and the hash of every segment that is an id. */
  static final long ID = 0x9E3779B97F4A7C15L;

  private static final AtomicReferenceArray<@Nullable Entry> ENTRIES =
      new AtomicReferenceArray<@Nullable Entry>(CAPACITY);

  private CallSiteDemands() {}

  /** Maps a method and path to the demand of their endpoint. Called by the engine. */
  public static void learn(@Nullable String method, @Nullable String path, CallSiteDemand demand) {
    long key = key(method, path);
    int free = -1;
    for (int i = 0; i < PROBES; i++) {
      int index = slot(key, i);
      Entry known = ENTRIES.get(index);
      if (known != null && known.key == key) {
        if (known.demand != demand) {
          ENTRIES.set(index, new Entry(key, demand));
        }
        return;
      }
      if (known == null && free < 0) {
        free = index;
      }
    }
    ENTRIES.set(free < 0 ? slot(key, 0) : free, new Entry(key, demand));
  }

  /** The demand of a path's endpoint; null for a new endpoint. */
  static @Nullable CallSiteDemand find(@Nullable String method, @Nullable String path) {
    long key = key(method, path);
    for (int i = 0; i < PROBES; i++) {
      Entry known = ENTRIES.get(slot(key, i));
      if (known == null) {
        return null;
      }
      if (known.key == key) {
        return known.demand;
      }
    }
    return null;
  }

  private static int slot(long key, int probe) {
    return ((int) (key ^ (key >>> 32)) + probe) & (CAPACITY - 1);
  }

  /** The key of a path, equal for all paths to which {@code EndpointNames} gives the same name. */
  static long key(@Nullable String method, @Nullable String path) {
    long hash = method == null ? 0 : method.hashCode();
    int from = 0;
    int length = path == null ? 0 : path.length();
    for (int i = 0; path != null && i < length; i++) {
      if (path.charAt(i) == '/') {
        hash = (hash ^ segment(path, from, i)) * ID;
        from = i + 1;
      }
    }
    if (path != null) {
      hash = (hash ^ segment(path, from, length)) * ID;
    }
    return hash ^ (hash >>> 29);
  }

  /** The hash of a segment, equal for all that look like ids. */
  static long segment(String path, int from, int to) {
    long hash = 0;
    int digits = 0;
    int hex = 0;
    int letters = 0;
    int length = to - from;
    for (int i = from; i < to; i++) {
      char c = path.charAt(i);
      if (c == ';') {
        length = i - from;
        break;
      }
      hash = hash * 31 + c;
      if (c >= '0' && c <= '9') {
        digits++;
      } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
        hex++;
      } else if ((c >= 'g' && c <= 'z') || (c >= 'G' && c <= 'Z')) {
        letters++;
      }
    }
    int others = length - digits - hex - letters;
    boolean id =
        digits > 0
            && (digits == length
                || (letters == 0 && others == 4 && length == 36)
                || (letters == 0 && others == 0 && length >= 16)
                || (others == 0 && length >= 24));
    return id ? ID : hash;
  }

  /** Clears the table. For tests, which start one engine after another. */
  static void clear() {
    for (int i = 0; i < CAPACITY; i++) {
      ENTRIES.set(i, null);
    }
  }

  private static final class Entry {
    final long key;
    final CallSiteDemand demand;

    Entry(long key, CallSiteDemand demand) {
      this.key = key;
      this.demand = demand;
    }
  }
}

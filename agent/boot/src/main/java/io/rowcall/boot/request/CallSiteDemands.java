package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds the demand of a request's endpoint while the request runs, when only its method and path
 * are known: by a hash in which segments that are ids count as one, so that it allocates nothing.
 *
 * <p>The engine, holding its lock, says which endpoint a path was of; a path that it has not heard
 * of belongs to a new endpoint. At most {@value #CAPACITY} paths are known, the latest ones. Read
 * by any thread, without a lock.
 */
public final class CallSiteDemands {
  private static final int CAPACITY = 4096;
  private static final int PROBES = 8;
  private static final long ID = 0x9E3779B97F4A7C15L;
  private static final AtomicReferenceArray<@Nullable Known> KNOWN =
      new AtomicReferenceArray<@Nullable Known>(CAPACITY);

  private CallSiteDemands() {}

  /** The requests of this method and path belong to the endpoint that has the demand. */
  public static void learn(Request request, CallSiteDemand demand) {
    long key = key(request.method, request.path);
    int free = -1;
    for (int i = 0; i < PROBES; i++) {
      int at = slot(key, i);
      Known known = KNOWN.get(at);
      if (known != null && known.key == key) {
        if (known.demand != demand) {
          KNOWN.set(at, new Known(key, demand));
        }
        return;
      }
      if (known == null && free < 0) {
        free = at;
      }
    }
    KNOWN.set(free < 0 ? slot(key, 0) : free, new Known(key, demand));
  }

  /** Null for a path of a new endpoint. */
  static @Nullable CallSiteDemand of(@Nullable String method, @Nullable String path) {
    long key = key(method, path);
    for (int i = 0; i < PROBES; i++) {
      Known known = KNOWN.get(slot(key, i));
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

  /** One key for all paths that {@code EndpointNames} folds to one. */
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

  private static long segment(String path, int from, int to) {
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

  /** Forgets everything. For tests, whose engines follow each other. */
  static void forget() {
    for (int i = 0; i < CAPACITY; i++) {
      KNOWN.set(i, null);
    }
  }

  private static final class Known {
    final long key;
    final CallSiteDemand demand;

    Known(long key, CallSiteDemand demand) {
      this.key = key;
      this.demand = demand;
    }
  }
}

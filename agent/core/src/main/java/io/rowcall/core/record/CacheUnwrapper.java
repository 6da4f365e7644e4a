package io.rowcall.core.record;

import io.rowcall.boot.CacheHooks;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object that counts for a cache behind the wrappers that its library hands out, by their
 * fields. Nothing of the library is called.
 */
final class CacheUnwrapper {
  /** What Caffeine's and Guava's wrappers call what they wrap. */
  private static final String[] FIELDS = {"cache", "asyncCache", "localCache"};

  private static final int DEPTH = 3;

  private CacheUnwrapper() {}

  /** What is inside and known; the cache itself when there is nothing. */
  static Object of(Object cache) {
    Object at = cache;
    for (int i = 0; i < DEPTH; i++) {
      Object next = inside(at);
      if (next == null) {
        return cache;
      }
      if (CacheHooks.CACHES.containsKey(next)) {
        return next;
      }
      at = next;
    }
    return cache;
  }

  private static @Nullable Object inside(Object wrapper) {
    for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
      for (String name : FIELDS) {
        try {
          Field field = type.getDeclaredField(name);
          field.setAccessible(true);
          return field.get(wrapper);
        } catch (NoSuchFieldException another) {
          continue;
        } catch (Exception | LinkageError closed) {
          return null;
        }
      }
    }
    return null;
  }
}

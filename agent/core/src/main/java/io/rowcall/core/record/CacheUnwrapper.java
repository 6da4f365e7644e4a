package io.rowcall.core.record;

import io.rowcall.boot.CacheHooks;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object that does the lookups of a cache, behind the wrappers of its library, by their
 * fields. Calls nothing of the library.
 */
final class CacheUnwrapper {
  private static final int MAX_DEPTH = 3;

  private CacheUnwrapper() {}

  /**
   * The nearest known cache inside; the cache itself when there is none.
   *
   * @param fields in which wrappers hold what they wrap
   */
  static Object unwrap(Object cache, String[] fields) {
    Object wrapper = cache;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      Object inside = inside(wrapper, fields);
      if (inside == null) {
        return cache;
      }
      if (CacheHooks.CACHES.containsKey(inside)) {
        return inside;
      }
      wrapper = inside;
    }
    return cache;
  }

  private static @Nullable Object inside(Object wrapper, String[] fields) {
    for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
      for (String name : fields) {
        try {
          Field field = type.getDeclaredField(name);
          field.setAccessible(true);
          return field.get(wrapper);
        } catch (NoSuchFieldException next) {
          continue;
        } catch (Exception | LinkageError closed) {
          return null;
        }
      }
    }
    return null;
  }
}

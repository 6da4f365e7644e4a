package io.rowcall.core.library;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value from an object of a library, along fields and methods without arguments, such as
 * {@code pool.allObjects.size()}. Paths must only name methods that take no lock and call nothing
 * of the application.
 */
final class FieldPath {
  private FieldPath() {}

  /** The value at the end of the path; null when another version of the library lacks a step. */
  static @Nullable Object read(Object start, String path) {
    try {
      Object value = start;
      for (String step : path.split("\\.", -1)) {
        value = value == null ? null : step(value, step);
      }
      return value;
    } catch (Exception | LinkageError otherVersion) {
      return null;
    }
  }

  private static @Nullable Object step(Object value, String step) throws Exception {
    boolean isMethod = step.endsWith("()");
    String name = isMethod ? step.substring(0, step.length() - 2) : step;
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      AccessibleObject member = isMethod ? method(type, name) : field(type, name);
      if (member != null) {
        member.setAccessible(true);
        return member instanceof Method
            ? ((Method) member).invoke(value)
            : ((Field) member).get(value);
      }
    }
    return null;
  }

  private static @Nullable Method method(Class<?> type, String name) {
    try {
      return type.getDeclaredMethod(name);
    } catch (NoSuchMethodException none) {
      return null;
    }
  }

  private static @Nullable Field field(Class<?> type, String name) {
    try {
      return type.getDeclaredField(name);
    } catch (NoSuchFieldException none) {
      return null;
    }
  }
}

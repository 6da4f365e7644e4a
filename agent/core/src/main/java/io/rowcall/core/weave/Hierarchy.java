package io.rowcall.core.weave;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether a class that is being loaded implements an interface, from the class files of its
 * super types; nothing is loaded for it. Asked last, of the few classes that declare a method of
 * interest: it may read from disk.
 */
final class Hierarchy {
  /** More than any real class has; a broken loader must not keep us here. */
  private static final int MAX_TYPES = 200;

  private Hierarchy() {}

  static boolean implementsInterface(
      ClassFile type, String supertype, @Nullable ClassLoader loader) {
    Deque<String> open = new ArrayDeque<String>();
    add(type, open);
    return leadsTo(supertype, open, loader);
  }

  /**
   * Answers whether a class with a super class may be the one that makes inherited methods answer
   * the interface: it names the interface, or one that extends it, itself.
   */
  static boolean introduces(ClassFile type, String supertype, @Nullable ClassLoader loader) {
    if (type.superName == null || type.superName.equals("java/lang/Object")) {
      return false;
    }
    return leadsTo(supertype, new ArrayDeque<String>(Arrays.asList(type.interfaces)), loader);
  }

  private static boolean leadsTo(
      String supertype, Deque<String> open, @Nullable ClassLoader loader) {
    Set<String> seen = new HashSet<String>();
    while (!open.isEmpty() && seen.size() < MAX_TYPES) {
      String name = open.removeFirst();
      if (isA(name, supertype)) {
        return true;
      }
      if (name.startsWith("java/") || !seen.add(name)) {
        continue;
      }
      ClassFile next = read(name, loader);
      if (next != null) {
        add(next, open);
      }
    }
    return false;
  }

  private static void add(ClassFile type, Deque<String> open) {
    for (String name : type.interfaces) {
      open.addFirst(name);
    }
    if (type.superName != null) {
      open.addLast(type.superName);
    }
  }

  /** Knows what extends what in {@code java.sql}, whose class files are not worth reading. */
  private static boolean isA(String name, String supertype) {
    if (name.equals(supertype)) {
      return true;
    }
    return supertype.equals("java/sql/Statement")
        && (name.equals("java/sql/PreparedStatement") || name.equals("java/sql/CallableStatement"));
  }

  /** Null when its class file cannot be found or read. */
  static @Nullable ClassFile read(String name, @Nullable ClassLoader loader) {
    String path = name + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(path)
            : loader.getResourceAsStream(path)) {
      return in == null ? null : ClassFile.parse(bytes(in));
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      return null;
    }
  }

  private static byte[] bytes(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(8192);
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      all.write(buffer, 0, n);
    }
    return all.toByteArray();
  }
}

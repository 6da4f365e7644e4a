package io.rowcall.core.weave;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Determines whether a class that is being loaded implements an interface, from the class files of
 * its supertypes. May read from disk, so it comes last, for the few classes that declare a method
 * of the interface, and remembers what it has read.
 *
 * <p>Loads nothing: the JVM would pass a class that is loaded meanwhile to no transformer.
 */
final class Hierarchy {
  /** Whether a class is a subtype. */
  enum Answer {
    YES,
    NO,
    /** Not as far as its supertypes are known: a class file cannot be found. */
    UNKNOWN
  }

  /** More than any real class has: a limit for broken loaders. */
  private static final int MAX_TYPES = 200;

  /** Types that are remembered per loader. */
  private static final int MAX_KNOWN = 1_000;

  /**
   * By loader and internal name: the superclass, if there is one, and then the interfaces. Many
   * classes of an application have the same supertypes, and each is read from a jar.
   */
  private static final Map<ClassLoader, Map<String, String[]>> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<ClassLoader, Map<String, String[]>>());

  private Hierarchy() {}

  static Answer implementsInterface(
      ClassFile type, String supertype, @Nullable ClassLoader loader) {
    Deque<String> open = new ArrayDeque<String>();
    String[] supertypes = supertypesOf(type);
    if (supertypes != null) {
      add(supertypes, open);
    }
    return leadsTo(supertype, open, loader);
  }

  /**
   * Whether a class with a superclass may turn inherited methods into implementations of the
   * interface: it names the interface itself, or one that extends it.
   */
  static Answer introduces(ClassFile type, String supertype, @Nullable ClassLoader loader) {
    if (type.superName == null || type.superName.equals("java/lang/Object")) {
      return Answer.NO;
    }
    return leadsTo(supertype, new ArrayDeque<String>(Arrays.asList(type.interfaces)), loader);
  }

  private static Answer leadsTo(
      String supertype, Deque<String> open, @Nullable ClassLoader loader) {
    Set<String> seen = new HashSet<String>();
    boolean known = true;
    while (!open.isEmpty() && seen.size() < MAX_TYPES) {
      String name = open.removeFirst();
      if (isA(name, supertype)) {
        return Answer.YES;
      }
      if (name.startsWith("java/") || !seen.add(name)) {
        continue;
      }
      String[] supertypes = supertypes(name, loader);
      if (supertypes == null) {
        known = false;
      } else {
        add(supertypes, open);
      }
    }
    return known ? Answer.NO : Answer.UNKNOWN;
  }

  private static String @Nullable [] supertypes(String name, @Nullable ClassLoader loader) {
    if (loader == null) {
      return supertypesOf(read(name, null));
    }
    Map<String, String[]> known = KNOWN.get(loader);
    if (known == null) {
      known = new ConcurrentHashMap<String, String[]>();
      KNOWN.put(loader, known);
    }
    String[] supertypes = known.get(name);
    if (supertypes == null) {
      supertypes = supertypesOf(read(name, loader));
      if (supertypes != null && known.size() < MAX_KNOWN) {
        known.put(name, supertypes);
      }
    }
    return supertypes;
  }

  private static String @Nullable [] supertypesOf(@Nullable ClassFile type) {
    if (type == null) {
      return null;
    }
    String[] supertypes = new String[type.interfaces.length + 1];
    supertypes[0] = type.superName == null ? "java/lang/Object" : type.superName;
    System.arraycopy(type.interfaces, 0, supertypes, 1, type.interfaces.length);
    return supertypes;
  }

  /** Interfaces first, because most often one of them is, or leads to, what is looked for. */
  private static void add(String[] supertypes, Deque<String> open) {
    for (int i = 1; i < supertypes.length; i++) {
      open.addFirst(supertypes[i]);
    }
    open.addLast(supertypes[0]);
  }

  /** Has the hierarchy of {@code java.sql} built in, so that its class files need not be read. */
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

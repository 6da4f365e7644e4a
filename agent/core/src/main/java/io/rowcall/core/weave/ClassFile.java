package io.rowcall.core.weave;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class as its bytes tell it: super type, interfaces, declared methods. Read without loading
 * anything, because a transformer that loads classes changes the application.
 *
 * <p>The first question, {@link #mentions}, is asked of every class that the JVM loads: one walk
 * over the constant pool that looks at one to three bytes of each entry. Medians on the build
 * machines are in agent/RATIONALE.md.
 */
final class ClassFile {
  /** A type of {@code java.sql} that is no mere value: a connection, a statement, a result set… */
  static final int JDBC = 1;

  static final int JAVAX_SERVLET = 2;
  static final int JAKARTA_SERVLET = 4;
  static final int JAVAX_SQL = 8;
  static final int JAVAX_CACHE = 16;

  /** A method whose first argument is a {@code Runnable} or a {@code Callable}. */
  static final int TASK = 32;

  /** A lambda or method reference that is an {@code Executor}. */
  static final int EXECUTOR_LAMBDA = 64;

  /** What says that there is something to count. */
  static final int SIGNS = JDBC | JAVAX_SERVLET | JAKARTA_SERVLET | JAVAX_SQL | JAVAX_CACHE;

  private static final String TAKES_RUNNABLE = "(Ljava/lang/Runnable;";
  private static final String TAKES_CALLABLE = "(Ljava/util/concurrent/Callable;";
  private static final String[] TASK_METHODS = {
    "execute" + TAKES_RUNNABLE,
    "schedule" + TAKES_CALLABLE,
    "schedule" + TAKES_RUNNABLE,
    "submit" + TAKES_CALLABLE,
    "submit" + TAKES_RUNNABLE,
  };
  static final String GIVES_EXECUTOR = ")Ljava/util/concurrent/Executor;";

  private static final byte[] RUNNABLE_FIRST = ascii(TAKES_RUNNABLE);
  private static final byte[] CALLABLE_FIRST = ascii(TAKES_CALLABLE);
  private static final byte[] EXECUTOR_LAST = ascii(GIVES_EXECUTOR);

  private static final byte[] SQL = ascii("java/sql/");
  private static final byte[] EXTENDED_SQL = ascii("javax/sql/");
  private static final byte[] CACHE = ascii("javax/cache/");
  private static final byte[] JAVAX = ascii("javax/servlet/");
  private static final byte[] JAKARTA = ascii("jakarta/servlet/");
  private static final int INTERFACE = 0x0200;
  private static final int ABSTRACT = 0x0400;
  private static final int STATIC = 0x0008;

  private final byte[] bytes;
  private final int[] pool;
  private final int access;
  private final int afterInterfaces;

  final String name;
  final @Nullable String superName;
  final String[] interfaces;

  private ClassFile(byte[] bytes) {
    this.bytes = bytes;
    int count = u2(8);
    pool = new int[count];
    int at = 10;
    for (int i = 1; i < count; i++) {
      pool[i] = at;
      int tag = bytes[at];
      at += size(tag, at);
      if (tag == 5 || tag == 6) {
        i++;
      }
    }
    access = u2(at);
    name = className(u2(at + 2));
    int superIndex = u2(at + 4);
    superName = superIndex == 0 ? null : className(superIndex);
    interfaces = new String[u2(at + 6)];
    at += 8;
    for (int i = 0; i < interfaces.length; i++, at += 2) {
      interfaces[i] = className(u2(at));
    }
    afterInterfaces = at;
  }

  /**
   * @return the class, or null when the bytes are no class file that can be read
   */
  static @Nullable ClassFile parse(byte[] bytes) {
    try {
      return new ClassFile(bytes);
    } catch (IndexOutOfBoundsException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  /** Which of the packages that matter the constant pool names, as a set of bits. */
  static int mentions(byte[] bytes) {
    int found = 0;
    int end = bytes.length - 10;
    int count = ((bytes[8] & 0xff) << 8) | (bytes[9] & 0xff);
    int at = 10;
    for (int i = 1; i < count; i++) {
      if (at >= end) {
        return found;
      }
      int tag = bytes[at];
      switch (tag) {
        case 1:
          int length = ((bytes[at + 1] & 0xff) << 8) | (bytes[at + 2] & 0xff);
          if (length > 9) {
            if (bytes[at + 3] == 'j' && bytes[at + 4] == 'a') {
              found |= packageAt(bytes, at + 3, length);
            } else if (bytes[at + 3] == '(') {
              found |= descriptorAt(bytes, at + 3, length);
            }
          }
          at += 3 + length;
          break;
        case 3:
        case 4:
        case 9:
        case 10:
        case 11:
        case 12:
        case 17:
        case 18:
          at += 5;
          break;
        case 5:
        case 6:
          at += 9;
          i++;
          break;
        case 7:
        case 8:
        case 16:
        case 19:
        case 20:
          at += 3;
          break;
        case 15:
          at += 4;
          break;
        default:
          return found;
      }
    }
    return found;
  }

  private static int packageAt(byte[] bytes, int at, int length) {
    switch (bytes[at + 2]) {
      case 'v':
        if (startsWith(bytes, at, length, SQL)) {
          return isValue(bytes[at + SQL.length]) ? 0 : JDBC;
        }
        if (startsWith(bytes, at, length, EXTENDED_SQL)) {
          return JAVAX_SQL;
        }
        if (startsWith(bytes, at, length, CACHE)) {
          return JAVAX_CACHE;
        }
        return startsWith(bytes, at, length, JAVAX) ? JAVAX_SERVLET : 0;
      case 'k':
        return startsWith(bytes, at, length, JAKARTA) ? JAKARTA_SERVLET : 0;
      default:
        return 0;
    }
  }

  private static int descriptorAt(byte[] bytes, int at, int length) {
    int end = at + length;
    if (end > bytes.length) {
      return 0;
    }
    int found = 0;
    if (length > RUNNABLE_FIRST.length
        && (bytes[at + 12] == 'R'
            ? isAt(bytes, at, RUNNABLE_FIRST)
            : length > CALLABLE_FIRST.length
                && bytes[at + 23] == 'C'
                && isAt(bytes, at, CALLABLE_FIRST))) {
      found = TASK;
    }
    if (bytes[end - 2] == 'r'
        && bytes[end - 9] == 'E'
        && length > EXECUTOR_LAST.length
        && isAt(bytes, end - EXECUTOR_LAST.length, EXECUTOR_LAST)) {
      found |= EXECUTOR_LAMBDA;
    }
    return found;
  }

  private static boolean isAt(byte[] bytes, int at, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (bytes[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** {@code java.sql.Date}, {@code Time}, {@code Timestamp}, {@code Types}, and the like. */
  private static boolean isValue(byte initial) {
    return initial != 'A' && initial != 'C' && initial != 'P' && initial != 'R' && initial != 'S';
  }

  private static boolean startsWith(byte[] bytes, int at, int length, byte[] prefix) {
    if (length <= prefix.length || at + prefix.length > bytes.length) {
      return false;
    }
    for (int i = 2; i < prefix.length; i++) {
      if (bytes[at + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  boolean isInterface() {
    return (access & INTERFACE) != 0;
  }

  /** Names of the methods that the class itself declares with a body. */
  Set<String> methods() {
    Set<String> names = new HashSet<String>();
    int at = skipMembers(afterInterfaces, null, false);
    skipMembers(at, names, false);
    return names;
  }

  /** Whether it declares a method with a body to which others hand tasks; see {@link #TASK}. */
  boolean takesTasks() {
    Set<String> signatures = new HashSet<String>();
    int at = skipMembers(afterInterfaces, null, false);
    skipMembers(at, signatures, true);
    for (String signature : signatures) {
      for (String beginning : TASK_METHODS) {
        if (signature.startsWith(beginning)) {
          return true;
        }
      }
    }
    return false;
  }

  private int skipMembers(int from, @Nullable Set<String> names, boolean signatures) {
    int at = from + 2;
    for (int n = u2(from); n > 0; n--) {
      if (names != null && !signatures && (u2(at) & ABSTRACT) == 0) {
        names.add(utf8(u2(at + 2)));
      } else if (names != null && signatures && (u2(at) & (ABSTRACT | STATIC)) == 0) {
        names.add(utf8(u2(at + 2)).concat(utf8(u2(at + 4))));
      }
      int attributes = u2(at + 6);
      at += 8;
      for (int a = 0; a < attributes; a++) {
        at += 6 + ((u2(at + 2) << 16) | u2(at + 4));
      }
    }
    return at;
  }

  private int size(int tag, int at) {
    switch (tag) {
      case 1:
        return 3 + u2(at + 1);
      case 3:
      case 4:
      case 9:
      case 10:
      case 11:
      case 12:
      case 17:
      case 18:
        return 5;
      case 5:
      case 6:
        return 9;
      case 7:
      case 8:
      case 16:
      case 19:
      case 20:
        return 3;
      case 15:
        return 4;
      default:
        throw new IllegalArgumentException("constant pool tag " + tag);
    }
  }

  private String className(int index) {
    return utf8(u2(pool[index] + 1));
  }

  private String utf8(int index) {
    int at = pool[index];
    return new String(bytes, at + 3, u2(at + 1), StandardCharsets.UTF_8);
  }

  private int u2(int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

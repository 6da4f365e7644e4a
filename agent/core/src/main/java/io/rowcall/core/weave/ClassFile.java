package io.rowcall.core.weave;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parsed class file: supertype, interfaces, declared methods. Loads nothing, because a transformer
 * that loads classes changes the application.
 */
public final class ClassFile {
  private static final String TAKES_RUNNABLE = "(Ljava/lang/Runnable;";
  private static final String TAKES_CALLABLE = "(Ljava/util/concurrent/Callable;";
  private static final String[] TASK_METHODS = {
    "execute" + TAKES_RUNNABLE,
    "schedule" + TAKES_CALLABLE,
    "schedule" + TAKES_RUNNABLE,
    "submit" + TAKES_CALLABLE,
    "submit" + TAKES_RUNNABLE,
  };

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
    int offset = 10;
    for (int i = 1; i < count; i++) {
      pool[i] = offset;
      int tag = bytes[offset];
      offset += size(tag, offset);
      if (tag == 5 || tag == 6) {
        i++;
      }
    }
    access = u2(offset);
    name = className(u2(offset + 2));
    int superIndex = u2(offset + 4);
    superName = superIndex == 0 ? null : className(superIndex);
    interfaces = new String[u2(offset + 6)];
    offset += 8;
    for (int i = 0; i < interfaces.length; i++, offset += 2) {
      interfaces[i] = className(u2(offset));
    }
    afterInterfaces = offset;
  }

  /**
   * @return null when the bytes are no readable class file
   */
  public static @Nullable ClassFile parse(byte[] bytes) {
    try {
      return new ClassFile(bytes);
    } catch (IndexOutOfBoundsException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  boolean isInterface() {
    return (access & INTERFACE) != 0;
  }

  /** The names of the methods that the class declares with a body. */
  Set<String> methods() {
    Set<String> names = new HashSet<String>();
    int offset = skipMembers(afterInterfaces, null, false);
    skipMembers(offset, names, false);
    return names;
  }

  /**
   * Whether the class declares an instance method {@code execute}, {@code submit} or {@code
   * schedule} with a body, whose first argument is a {@code Runnable} or a {@code Callable}.
   */
  public boolean takesTasks() {
    Set<String> signatures = new HashSet<String>();
    int offset = skipMembers(afterInterfaces, null, false);
    skipMembers(offset, signatures, true);
    for (String signature : signatures) {
      for (String taskMethod : TASK_METHODS) {
        if (signature.startsWith(taskMethod)) {
          return true;
        }
      }
    }
    return false;
  }

  private int skipMembers(int from, @Nullable Set<String> names, boolean signatures) {
    int offset = from + 2;
    for (int n = u2(from); n > 0; n--) {
      if (names != null && !signatures && (u2(offset) & ABSTRACT) == 0) {
        names.add(utf8(u2(offset + 2)));
      } else if (names != null && signatures && (u2(offset) & (ABSTRACT | STATIC)) == 0) {
        names.add(utf8(u2(offset + 2)).concat(utf8(u2(offset + 4))));
      }
      int attributes = u2(offset + 6);
      offset += 8;
      for (int a = 0; a < attributes; a++) {
        offset += 6 + ((u2(offset + 2) << 16) | u2(offset + 4));
      }
    }
    return offset;
  }

  private int size(int tag, int offset) {
    switch (tag) {
      case 1:
        return 3 + u2(offset + 1);
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
    int offset = pool[index];
    return new String(bytes, offset + 3, u2(offset + 1), StandardCharsets.UTF_8);
  }

  private int u2(int offset) {
    return ((bytes[offset] & 0xff) << 8) | (bytes[offset + 1] & 0xff);
  }
}

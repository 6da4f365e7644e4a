package io.rowcall.core.weave;

import java.nio.charset.StandardCharsets;

/**
 * Scans constant pools for the packages and descriptors that the agent weaves. Runs for every class
 * that the JVM loads: one walk that reads one to three bytes of each entry. Medians on the build
 * machines are in agent/RATIONALE.md.
 */
public final class Mentions {
  /** A type of {@code java.sql} other than a value: a connection, a statement, a result set… */
  static final int JDBC = 1;

  static final int JAVAX_SERVLET = 2;
  static final int JAKARTA_SERVLET = 4;
  static final int JAVAX_SQL = 8;
  static final int JAVAX_CACHE = 16;

  /** A method whose first argument is a {@code Runnable} or a {@code Callable}. */
  public static final int TASK = 32;

  /** A lambda or method reference of type {@code Executor}. */
  public static final int EXECUTOR_LAMBDA = 64;

  /** A type of a scheduler or of a message consumer; see {@code weave.job}. */
  public static final int JOB = 128;

  /** An annotation of a method that a scheduler runs, in whatever package. */
  public static final int SCHEDULED = 256;

  /** Mentions that start the agent: there is something to count. */
  public static final int ACTIVATING =
      JDBC | JAVAX_SERVLET | JAKARTA_SERVLET | JAVAX_SQL | JAVAX_CACHE;

  /** The end of the descriptor of a call site that creates such a lambda. */
  static final String GIVES_EXECUTOR = ")Ljava/util/concurrent/Executor;";

  private static final byte[] RUNNABLE_FIRST = ascii("(Ljava/lang/Runnable;");
  private static final byte[] CALLABLE_FIRST = ascii("(Ljava/util/concurrent/Callable;");
  private static final byte[] EXECUTOR_LAST = ascii(GIVES_EXECUTOR);

  private static final byte[] SQL = ascii("java/sql/");
  private static final byte[] EXTENDED_SQL = ascii("javax/sql/");
  private static final byte[] CACHE = ascii("javax/cache/");
  private static final byte[] JAVAX = ascii("javax/servlet/");
  private static final byte[] JAKARTA = ascii("jakarta/servlet/");

  private static final byte[] TIMER_TASK = ascii("java/util/TimerTask");
  private static final byte[] JAVAX_MESSAGES = ascii("javax/jms/");
  private static final byte[] JAKARTA_MESSAGES = ascii("jakarta/jms/");
  private static final byte[] QUARTZ = ascii("org/quartz/");
  private static final byte[] RABBIT = ascii("com/rabbitmq/client/");
  private static final byte[] SCHEDULED_LAST = ascii("/Scheduled;");

  private Mentions() {}

  /** The mentions in a class file, as a set of bits. */
  public static int in(byte[] bytes) {
    int found = 0;
    int end = bytes.length - 10;
    int count = ((bytes[8] & 0xff) << 8) | (bytes[9] & 0xff);
    int offset = 10;
    for (int i = 1; i < count; i++) {
      if (offset >= end) {
        return found;
      }
      int tag = bytes[offset];
      switch (tag) {
        case 1:
          int length = ((bytes[offset + 1] & 0xff) << 8) | (bytes[offset + 2] & 0xff);
          if (length > 9) {
            found |= textAt(bytes, offset + 3, length);
          }
          offset += 3 + length;
          break;
        case 3:
        case 4:
        case 9:
        case 10:
        case 11:
        case 12:
        case 17:
        case 18:
          offset += 5;
          break;
        case 5:
        case 6:
          offset += 9;
          i++;
          break;
        case 7:
        case 8:
        case 16:
        case 19:
        case 20:
          offset += 3;
          break;
        case 15:
          offset += 4;
          break;
        default:
          return found;
      }
    }
    return found;
  }

  private static int textAt(byte[] bytes, int offset, int length) {
    switch (bytes[offset]) {
      case 'j':
        return bytes[offset + 1] == 'a' ? packageAt(bytes, offset, length) : 0;
      case '(':
        return descriptorAt(bytes, offset, length);
      case 'L':
        return isScheduled(bytes, offset, length) ? SCHEDULED : 0;
      case 'o':
        return bytes[offset + 4] == 'q' && startsWith(bytes, offset, length, QUARTZ) ? JOB : 0;
      case 'c':
        return bytes[offset + 4] == 'r' && startsWith(bytes, offset, length, RABBIT) ? JOB : 0;
      default:
        return 0;
    }
  }

  private static boolean isScheduled(byte[] bytes, int offset, int length) {
    int end = offset + length;
    return bytes[end - 2] == 'd'
        && bytes[end - 11] == '/'
        && length > SCHEDULED_LAST.length
        && end <= bytes.length
        && isAt(bytes, end - SCHEDULED_LAST.length, SCHEDULED_LAST);
  }

  /** The bit for a type of one of these packages, such as {@code java/sql/Statement}. */
  static int of(String type) {
    byte[] name = ascii(type);
    return textAt(name, 0, name.length);
  }

  private static int packageAt(byte[] bytes, int offset, int length) {
    switch (bytes[offset + 2]) {
      case 'v':
        if (startsWith(bytes, offset, length, SQL)) {
          return isValue(bytes[offset + SQL.length]) ? 0 : JDBC;
        }
        if (startsWith(bytes, offset, length, EXTENDED_SQL)) {
          return JAVAX_SQL;
        }
        if (startsWith(bytes, offset, length, CACHE)) {
          return JAVAX_CACHE;
        }
        if (startsWith(bytes, offset, length, JAVAX)) {
          return JAVAX_SERVLET;
        }
        return startsWith(bytes, offset, length, JAVAX_MESSAGES)
                || (length == TIMER_TASK.length && isAt(bytes, offset, TIMER_TASK))
            ? JOB
            : 0;
      case 'k':
        if (startsWith(bytes, offset, length, JAKARTA)) {
          return JAKARTA_SERVLET;
        }
        return startsWith(bytes, offset, length, JAKARTA_MESSAGES) ? JOB : 0;
      default:
        return 0;
    }
  }

  private static int descriptorAt(byte[] bytes, int offset, int length) {
    int end = offset + length;
    if (end > bytes.length) {
      return 0;
    }
    int found = isJobFirst(bytes, offset) ? textAt(bytes, offset + 2, length - 2) & JOB : 0;
    if (length > RUNNABLE_FIRST.length
        && (bytes[offset + 12] == 'R'
            ? isAt(bytes, offset, RUNNABLE_FIRST)
            : length > CALLABLE_FIRST.length
                && bytes[offset + 23] == 'C'
                && isAt(bytes, offset, CALLABLE_FIRST))) {
      found |= TASK;
    }
    if (bytes[end - 2] == 'r'
        && bytes[end - 9] == 'E'
        && length > EXECUTOR_LAST.length
        && isAt(bytes, end - EXECUTOR_LAST.length, EXECUTOR_LAST)) {
      found |= EXECUTOR_LAMBDA;
    }
    return found;
  }

  /**
   * Whether the first argument may be a type of Quartz, {@code jakarta.jms} or {@code javax.jms}.
   */
  private static boolean isJobFirst(byte[] bytes, int offset) {
    if (bytes[offset + 1] != 'L') {
      return false;
    }
    byte initial = bytes[offset + 2];
    return initial == 'o'
        || (initial == 'j' && (bytes[offset + 4] == 'k' || bytes[offset + 6] == 'x'));
  }

  private static boolean isAt(byte[] bytes, int offset, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (bytes[offset + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it may be {@code Date}, {@code Time}, {@code Timestamp}, {@code Types}, or the like.
   */
  private static boolean isValue(byte initial) {
    return initial != 'A' && initial != 'C' && initial != 'P' && initial != 'R' && initial != 'S';
  }

  private static boolean startsWith(byte[] bytes, int offset, int length, byte[] prefix) {
    if (length <= prefix.length || offset + prefix.length > bytes.length) {
      return false;
    }
    for (int i = 2; i < prefix.length; i++) {
      if (bytes[offset + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

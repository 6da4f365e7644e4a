package io.rowcall.core.config;

import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code key=value,key=value}.
 *
 * <p>A comma is a part of the value before it, as in {@code explain.url=jdbc:mysql://h1,h2/db},
 * unless what follows it is the name of a setting and an equals sign. Two exceptions: values that
 * are no texts hold no comma; and a name that is nearly one of a setting's is taken for a slip of
 * the pen and reported, but not behind {@code explain.url}, {@code explain.user} and {@code
 * explain.password}, which are copied from elsewhere as they are. A value of an unknown name is
 * read as a text. What holds a comma, the name of a setting and an equals sign itself belongs into
 * a file or the environment.
 */
final class Arguments {
  /** A slip of the pen: so many letters wrong, added or missing, and no more than one in three. */
  private static final int MAX_SLIPS = 2;

  private final String text;
  private final List<String> problems;
  private final Properties given = new Properties();

  private Arguments(String text, List<String> problems) {
    this.text = text;
    this.problems = problems;
  }

  /**
   * @param problems gets a line for each part that is no argument; no part of a value is in it
   */
  static Properties parse(@Nullable String text, List<String> problems) {
    Arguments arguments = new Arguments(text == null ? "" : text, problems);
    arguments.parse();
    return arguments.given;
  }

  private void parse() {
    int from = 0;
    while (from < text.length()) {
      String name = nameAt(from);
      Setting key = name == null ? null : meant(name);
      int end = endOf(key, from);
      if (name == null) {
        if (!isBlank(from, end)) {
          problems.add("agent arguments: expected key=value, found something else. It is ignored.");
        }
      } else {
        String value = text.substring(text.indexOf('=', from) + 1, end);
        given.setProperty(name, key != null && key.isVerbatim() ? value : trimmed(value));
      }
      from = end + 1;
    }
  }

  /** What stands before the equals sign; null when there is no such sign before the next comma. */
  private @Nullable String nameAt(int from) {
    int equals = text.indexOf('=', from);
    int comma = text.indexOf(',', from);
    if (equals < 0 || (comma >= 0 && comma < equals)) {
      return null;
    }
    String name = text.substring(from, equals).trim();
    return name.isEmpty() ? null : name;
  }

  /** The setting of that name, or nearly of it; null when there is none. */
  private static @Nullable Setting meant(String name) {
    return Setting.of(isSlip(name) ? Config.nearest(name) : name);
  }

  /** The comma that ends what begins here, or the end of all. */
  private int endOf(@Nullable Setting key, int from) {
    int comma = text.indexOf(',', from);
    while (comma >= 0 && !separates(key, comma)) {
      comma = text.indexOf(',', comma + 1);
    }
    return comma < 0 ? text.length() : comma;
  }

  private boolean separates(@Nullable Setting key, int comma) {
    if (key != null && !key.isText()) {
      return true;
    }
    String next = nameAt(comma + 1);
    if (next == null) {
      return false;
    }
    return key != null && key.isVerbatim() ? Setting.of(next) != null : meant(next) != null;
  }

  private static boolean isSlip(String name) {
    return EditDistance.between(name, Config.nearest(name))
        <= Math.min(MAX_SLIPS, name.length() / 3);
  }

  private boolean isBlank(int from, int end) {
    return text.substring(from, end).trim().isEmpty();
  }

  /** Commas at the end are what scripts leave that put arguments together. */
  private static String trimmed(String value) {
    int end = value.length();
    while (end > 0 && (value.charAt(end - 1) == ',' || value.charAt(end - 1) <= ' ')) {
      end--;
    }
    return value.substring(0, end).trim();
  }
}

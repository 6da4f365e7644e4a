package io.rowcall.core.config;

import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Parser of agent arguments, {@code key=value,key=value}.
 *
 * <p>A comma belongs to the value before it, as in {@code explain.url=jdbc:mysql://h1,h2/db},
 * unless the key of a setting and an equals sign follow. Two exceptions:
 *
 * <ul>
 *   <li>Only text values may contain commas.
 *   <li>A misspelled key ends a value as well, and is reported. But not after {@code explain.url},
 *       {@code explain.user} and {@code explain.password}, whose values users paste as they are.
 * </ul>
 *
 * The value of an unknown key is text. A value that itself contains a comma, a key and an equals
 * sign must be set in a file or in the environment.
 */
final class Arguments {
  /** Maximum edit distance of a misspelled key. It is also at most a third of its length. */
  private static final int MAX_TYPOS = 2;

  private final String text;
  private final List<String> problems;
  private final Properties parsed = new Properties();

  private Arguments(String text, List<String> problems) {
    this.text = text;
    this.problems = problems;
  }

  /**
   * @param problems receives a line for each malformed argument, without any part of a value
   */
  static Properties parse(@Nullable String text, List<String> problems) {
    Arguments arguments = new Arguments(text == null ? "" : text, problems);
    arguments.parse();
    return arguments.parsed;
  }

  private void parse() {
    int from = 0;
    while (from < text.length()) {
      String name = keyAt(from);
      Setting setting = name == null ? null : settingOf(name);
      int end = endOfValue(setting, from);
      if (name == null) {
        if (!isBlank(from, end)) {
          problems.add("agent arguments: expected key=value. Ignored.");
        }
      } else {
        String value = text.substring(text.indexOf('=', from) + 1, end);
        parsed.setProperty(name, setting != null && setting.isVerbatim() ? value : trimmed(value));
      }
      from = end + 1;
    }
  }

  /** The text before the equals sign; null if the next comma comes first. */
  private @Nullable String keyAt(int from) {
    int equals = text.indexOf('=', from);
    int comma = text.indexOf(',', from);
    if (equals < 0 || (comma >= 0 && comma < equals)) {
      return null;
    }
    String name = text.substring(from, equals).trim();
    return name.isEmpty() ? null : name;
  }

  /** The setting with this key, misspelled or not; null if there is none. */
  private static @Nullable Setting settingOf(String key) {
    return Setting.of(isTypo(key) ? Setting.nearestKey(key) : key);
  }

  /** The comma that ends the argument, or the end of the text. */
  private int endOfValue(@Nullable Setting setting, int from) {
    int comma = text.indexOf(',', from);
    while (comma >= 0 && !separates(setting, comma)) {
      comma = text.indexOf(',', comma + 1);
    }
    return comma < 0 ? text.length() : comma;
  }

  private boolean separates(@Nullable Setting setting, int comma) {
    if (setting != null && !setting.isText()) {
      return true;
    }
    String next = keyAt(comma + 1);
    if (next == null) {
      return false;
    }
    return setting != null && setting.isVerbatim()
        ? Setting.of(next) != null
        : settingOf(next) != null;
  }

  private static boolean isTypo(String key) {
    return EditDistance.between(key, Setting.nearestKey(key))
        <= Math.min(MAX_TYPOS, key.length() / 3);
  }

  private boolean isBlank(int from, int end) {
    return text.substring(from, end).trim().isEmpty();
  }

  /** Drops trailing commas, which scripts that join arguments leave behind. */
  private static String trimmed(String value) {
    int end = value.length();
    while (end > 0 && (value.charAt(end - 1) == ',' || value.charAt(end - 1) <= ' ')) {
      end--;
    }
    return value.substring(0, end).trim();
  }
}

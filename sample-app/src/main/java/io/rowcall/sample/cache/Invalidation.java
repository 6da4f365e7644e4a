package io.rowcall.sample.cache;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keys to drop: one key, all keys of a pattern or a tag, or all keys. */
public record Invalidation(Kind kind, String text) {

  /** Meaning of the text. */
  public enum Kind {
    KEY,
    PATTERN,
    TAG,
    EVERYTHING
  }

  public static Invalidation ofKey(String key) {
    return new Invalidation(Kind.KEY, key);
  }

  /**
   * Drops all keys that match a pattern.
   *
   * @param pattern an asterisk stands for any text: {@code user:42:*}
   */
  public static Invalidation ofPattern(String pattern) {
    return new Invalidation(Kind.PATTERN, pattern);
  }

  public static Invalidation ofTag(String tag) {
    return new Invalidation(Kind.TAG, tag);
  }

  public static Invalidation ofEverything() {
    return new Invalidation(Kind.EVERYTHING, "");
  }

  boolean matches(CacheKey<?> key) {
    return switch (kind) {
      case KEY -> key.text().equals(text);
      case PATTERN -> glob().matcher(key.text()).matches();
      case TAG -> key.tags().contains(text);
      case EVERYTHING -> true;
    };
  }

  private Pattern glob() {
    return Pattern.compile(
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }
}

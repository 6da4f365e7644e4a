package io.rowcall.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys to drop: one key, all keys with a prefix, a pattern or a tag, or all keys. Immutable. */
public final class Invalidation {

  /** Meaning of the text. */
  public enum Kind {
    KEY,
    PREFIX,
    PATTERN,
    TAG,
    EVERYTHING
  }

  private final Kind kind;
  private final String text;
  private final List<String> literals;
  private final @Nullable Pattern regex;

  private Invalidation(Kind kind, String text) {
    this.kind = kind;
    this.text = text;
    literals = kind == Kind.PATTERN ? literals(text) : List.of(text);
    regex =
        kind == Kind.PATTERN
            ? Pattern.compile(
                literals.stream().map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL)
            : null;
  }

  /** Drops one key. */
  public static Invalidation ofKey(String key) {
    return of(Kind.KEY, key);
  }

  /**
   * Drops all keys that have further segments after these: {@code ofPrefix("contacts", 42)} drops
   * {@code contacts:42:1}, but neither {@code contacts:42} nor {@code contacts:421:1}.
   *
   * @param segments as given to {@link KeyText#of}; nothing in them is a wildcard
   */
  public static Invalidation ofPrefix(Object... segments) {
    return of(Kind.PREFIX, KeyText.of(segments) + ":");
  }

  /**
   * Drops all keys that match a pattern.
   *
   * @param pattern an asterisk stands for any text: {@code user:*:usage}; text from elsewhere must
   *     be {@linkplain #quote quoted}
   */
  public static Invalidation ofPattern(String pattern) {
    return of(Kind.PATTERN, pattern);
  }

  /** Returns a text as it must be written in a pattern to stand for itself. */
  public static String quote(String literal) {
    return literal.replace("\\", "\\\\").replace("*", "\\*");
  }

  /** Drops all keys with a tag. */
  public static Invalidation ofTag(String tag) {
    return of(Kind.TAG, tag);
  }

  public static Invalidation ofEverything() {
    return of(Kind.EVERYTHING, "");
  }

  static Invalidation of(Kind kind, String text) {
    return new Invalidation(kind, text);
  }

  public Kind kind() {
    return kind;
  }

  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text.isEmpty() ? kind.toString() : kind + " " + text;
  }

  /** Returns what all matching keys begin with; empty for a tag. */
  String prefix() {
    return kind == Kind.TAG ? "" : literals.get(0);
  }

  /** Returns the parts of a pattern between its asterisks. */
  List<String> literals() {
    return literals;
  }

  boolean matches(CacheKey<?> key) {
    return switch (kind) {
      case KEY -> key.text().equals(text);
      case PREFIX -> key.text().startsWith(text);
      case PATTERN -> regex != null && regex.matcher(key.text()).matches();
      case TAG -> key.tags().contains(text);
      case EVERYTHING -> true;
    };
  }

  private static List<String> literals(String pattern) {
    List<String> literals = new ArrayList<>();
    var literal = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char next = pattern.charAt(i);
      if (next == '*') {
        literals.add(literal.toString());
        literal.setLength(0);
      } else {
        boolean quoting = next == '\\' && i + 1 < pattern.length();
        literal.append(quoting ? pattern.charAt(++i) : next);
      }
    }
    literals.add(literal.toString());
    return List.copyOf(literals);
  }
}

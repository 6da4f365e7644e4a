package io.rowcall.gate;

import java.util.regex.Pattern;

/**
 * Pattern for names of endpoints: {@code *} matches within a path segment, {@code **} any number of
 * segments.
 */
final class EndpointPattern {
  private final String text;
  private final boolean literal;
  private final Pattern regex;

  EndpointPattern(String text) {
    this(text, false);
  }

  private EndpointPattern(String text, boolean literal) {
    this.text = text;
    this.literal = literal;
    this.regex = Pattern.compile(literal ? Pattern.quote(text) : toRegex(text));
  }

  /** Matches only the endpoint with this name: servers have routes named {@code GET /**}. */
  static EndpointPattern literal(String name) {
    return new EndpointPattern(name, true);
  }

  /** Whether a budget must mark the name with {@code exact: true}. */
  boolean needsExactKey() {
    return literal && text.contains("*");
  }

  boolean matches(String endpoint) {
    return regex.matcher(endpoint).matches();
  }

  /** Whether it can match more than one endpoint. */
  boolean hasWildcards() {
    return wildcards() > 0;
  }

  /** The fewer, the more specific the pattern. {@code **} counts three, more than two {@code *}. */
  long wildcards() {
    return literal ? 0 : text.replace("**", "***").chars().filter(c -> c == '*').count();
  }

  private static String toRegex(String text) {
    var regex = new StringBuilder();
    int position = 0;
    while (position < text.length()) {
      int star = text.indexOf('*', position);
      if (star < 0) {
        return regex.append(Pattern.quote(text.substring(position))).toString();
      }
      boolean isDouble = text.startsWith("**", star);
      boolean afterSlash = star > position && text.charAt(star - 1) == '/';
      boolean endsPath = isDouble && afterSlash && star + 2 == text.length();
      regex.append(Pattern.quote(text.substring(position, endsPath ? star - 1 : star)));
      regex.append(endsPath ? "(?:/.*)?" : isDouble ? ".*" : "[^ /]*");
      position = star + (isDouble ? 2 : 1);
      if (isDouble
          && !endsPath
          && star > 0
          && text.startsWith("/", position)
          && text.charAt(star - 1) == '/') {
        // "/**/" also matches a single slash.
        regex.setLength(regex.length() - 2);
        regex.append("(?:.*/)?");
        position++;
      }
    }
    return regex.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}

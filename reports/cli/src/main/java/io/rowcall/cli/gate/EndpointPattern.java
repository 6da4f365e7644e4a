package io.rowcall.cli.gate;

import java.util.regex.Pattern;

/**
 * Endpoints by name: {@code *} stands for anything within a segment, {@code **} for any number of
 * segments.
 */
final class EndpointPattern {
  private final String text;
  private final boolean exact;
  private final Pattern pattern;

  EndpointPattern(String text) {
    this(text, false);
  }

  private EndpointPattern(String text, boolean exact) {
    this.text = text;
    this.exact = exact;
    this.pattern = Pattern.compile(exact ? Pattern.quote(text) : regex(text));
  }

  /** The endpoint of this name alone: servers have endpoints that are called {@code GET /**}. */
  static EndpointPattern exactly(String name) {
    return new EndpointPattern(name, true);
  }

  /** Whether it must be said that the name is no pattern. */
  boolean isExactInSpiteOfItsName() {
    return exact && text.contains("*");
  }

  boolean matches(String endpoint) {
    return pattern.matcher(endpoint).matches();
  }

  /** Whether it can match more than one endpoint. */
  boolean isOpen() {
    return wildcards() > 0;
  }

  /** The fewer, the more exact; {@code **} weighs more than two {@code *}. */
  long wildcards() {
    return exact ? 0 : text.replace("**", "***").chars().filter(c -> c == '*').count();
  }

  private static String regex(String text) {
    var regex = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int star = text.indexOf('*', at);
      if (star < 0) {
        return regex.append(Pattern.quote(text.substring(at))).toString();
      }
      boolean any = text.startsWith("**", star);
      boolean wholeEnd =
          any && star > at && text.charAt(star - 1) == '/' && star + 2 == text.length();
      regex.append(Pattern.quote(text.substring(at, wholeEnd ? star - 1 : star)));
      regex.append(wholeEnd ? "(?:/.*)?" : any ? ".*" : "[^ /]*");
      at = star + (any ? 2 : 1);
      if (any
          && !wholeEnd
          && star > 0
          && text.startsWith("/", at)
          && text.charAt(star - 1) == '/') {
        // "/**/" may be no segment at all.
        regex.setLength(regex.length() - 2);
        regex.append("(?:.*/)?");
        at++;
      }
    }
    return regex.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}

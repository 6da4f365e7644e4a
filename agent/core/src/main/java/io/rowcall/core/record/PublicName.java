package io.rowcall.core.record;

/**
 * A name that the application gave to a thread, a cache or a pool, as a report may show it: without
 * what looks like a token, and without the part of a URL that may hold a password.
 */
public final class PublicName {
  private static final int MAX_LENGTH = 100;

  /** A run of letters and digits from this length on is a token, if it has some digits. */
  private static final int TOKEN_LENGTH = 12;

  private static final int TOKEN_DIGITS = 3;

  private PublicName() {}

  /** Replaces tokens by {@code *}. The same name gives the same text. */
  public static String of(String name) {
    int url = name.indexOf("://");
    String text = url < 0 ? name : name.substring(0, url + "://".length()) + '*';
    StringBuilder shown = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
    int length = Math.min(text.length(), MAX_LENGTH);
    for (int start = 0; start < length; ) {
      int end = start;
      int digits = 0;
      while (end < length && isPartOfToken(text.charAt(end))) {
        digits += text.charAt(end) >= '0' && text.charAt(end) <= '9' ? 1 : 0;
        end++;
      }
      if (end - start >= TOKEN_LENGTH && digits >= TOKEN_DIGITS) {
        shown.append('*');
      } else {
        shown.append(text, start, end);
      }
      if (end < length) {
        shown.append(text.charAt(end++));
      }
      start = end;
    }
    return shown.toString();
  }

  private static boolean isPartOfToken(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '=' || c == '+';
  }
}

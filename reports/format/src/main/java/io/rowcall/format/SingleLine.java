package io.rowcall.format;

/** Makes untrusted text safe for logs and terminals: one line, without invisible characters. */
public final class SingleLine {
  private SingleLine() {}

  /**
   * Replaces control characters, line and paragraph separators, invisible format characters (such
   * as marks for bidirectional text) and unpaired surrogates by spaces.
   */
  public static String of(String text) {
    StringBuilder line = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!isVisible(c)) {
        if (line == null) {
          line = new StringBuilder(text);
        }
        for (int index = i; index < next; index++) {
          line.setCharAt(index, ' ');
        }
      }
      i = next;
    }
    return line == null ? text : line.toString();
  }

  /** Whether a code point is visible, or a space. */
  public static boolean isVisible(int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SURROGATE:
        return false;
      default:
        // Java 8 does not classify these bidirectional marks as format characters.
        return c != 0x061C && !(c >= 0x2066 && c <= 0x2069);
    }
  }
}

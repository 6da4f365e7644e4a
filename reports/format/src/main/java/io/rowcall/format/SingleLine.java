package io.rowcall.format;

/**
 * A text that somebody else has written, as a log or a terminal may have it: in one line, and
 * without a character that is not seen but obeyed.
 */
public final class SingleLine {
  private SingleLine() {}

  /**
   * The text with a space for every control, line or paragraph separator, invisible format
   * character (marks of the direction of writing among them) and half of a pair.
   */
  public static String of(String text) {
    StringBuilder line = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!isSeen(c)) {
        if (line == null) {
          line = new StringBuilder(text);
        }
        for (int at = i; at < next; at++) {
          line.setCharAt(at, ' ');
        }
      }
      i = next;
    }
    return line == null ? text : line.toString();
  }

  /** Whether a character, given by its code point, is one that a reader can see, or a space. */
  public static boolean isSeen(int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SURROGATE:
        return false;
      default:
        // Java 8 takes this mark of direction for no format character.
        return c != 0x061C && !(c >= 0x2066 && c <= 0x2069);
    }
  }
}

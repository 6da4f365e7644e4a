package io.rowcall.text;

/** Shortens text. */
public final class Texts {
  private Texts() {}

  /**
   * At most {@code maxLength} characters, ending in an ellipsis if cut. Never splits a surrogate
   * pair.
   */
  public static String truncate(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int end = maxLength - 3;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }

  public static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}

package io.rowcall.cache;

/**
 * Text of a key, as segments separated by colons: {@code contacts:42:page:1}. A colon within a
 * segment is written as {@code %3A}, and a percent sign as {@code %25}, so that no segment, whoever
 * chose it, can pass for two.
 */
public final class KeyText {

  private KeyText() {}

  public static String of(Object... segments) {
    var text = new StringBuilder();
    for (Object segment : segments) {
      if (!text.isEmpty()) {
        text.append(':');
      }
      text.append(segment.toString().replace("%", "%25").replace(":", "%3A"));
    }
    return text.toString();
  }
}

package io.rowcall.core.record;

/** Numbers as pronounceable words, for names that do not look like ids. */
final class Spelling {
  private static final String[] SYLLABLES = {
    "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru"
  };

  private Spelling() {}

  static String of(int number) {
    var word = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      word.append(SYLLABLES[digit - '0']);
    }
    return word.toString();
  }
}

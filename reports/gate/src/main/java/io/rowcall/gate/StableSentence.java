package io.rowcall.gate;

import java.util.regex.Pattern;

/** Removes the estimated saving from the sentence of a finding: it differs from run to run. */
final class StableSentence {
  private static final Pattern SAVED_TIME =
      Pattern.compile(", ~[0-9.]+ ms(?: of [0-9.]+ ms)?(?=[.,:;]? |[.,:;]?$)");

  private StableSentence() {}

  static String of(String sentence) {
    return SAVED_TIME.matcher(sentence).replaceAll("");
  }
}

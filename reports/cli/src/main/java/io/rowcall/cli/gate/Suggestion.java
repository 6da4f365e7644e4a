package io.rowcall.cli.gate;

import java.util.Comparator;
import java.util.List;

/** The known word that is most like an unknown one. */
final class Suggestion {
  private Suggestion() {}

  static String to(String word, List<String> known) {
    return known.stream().min(Comparator.comparingInt(k -> distance(word, k))).orElse("none");
  }

  /** Letters to change, add or leave out. */
  static int distance(String a, String b) {
    var before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[b.length()];
  }
}

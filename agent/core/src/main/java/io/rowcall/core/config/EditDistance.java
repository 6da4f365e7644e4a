package io.rowcall.core.config;

/** How many letters have to be changed, added or left out to make one word of another. */
final class EditDistance {
  private EditDistance() {}

  static int between(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
      }
      int[] swap = before;
      before = now;
      now = swap;
    }
    return before[b.length()];
  }
}

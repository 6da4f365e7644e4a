package io.rowcall.sample.contacts;

import java.util.Locale;

/** LIKE pattern for user input, with an exclamation mark as escape character. */
final class LikePattern {

  private LikePattern() {}

  static String containing(String text) {
    return "%"
        + text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_")
        + "%";
  }
}

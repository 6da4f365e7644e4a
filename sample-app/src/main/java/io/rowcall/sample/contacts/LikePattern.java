package io.rowcall.sample.contacts;

import java.util.Locale;

/** A LIKE pattern for a text that a person typed; the escape character is an exclamation mark. */
final class LikePattern {

  private LikePattern() {}

  static String containing(String text) {
    return "%"
        + text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_")
        + "%";
  }
}

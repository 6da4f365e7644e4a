package io.rowcall.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a JVM with the agent before those that were there. */
record ArgLine(File agent, Map<String, String> options) {

  /**
   * @param present what the property says, or null. An agent of ours that it has already, because
   *     the goal runs twice, is replaced.
   */
  String before(@Nullable String present) {
    String rest = present == null ? "" : withoutAgent(present).strip();
    return rest.isEmpty() ? option() : option() + " " + rest;
  }

  private String option() {
    List<String> given = new ArrayList<>();
    options.forEach((key, value) -> given.add(key + "=" + value));
    return quoted("-javaagent:" + agent + "=" + String.join(",", given));
  }

  private String withoutAgent(String present) {
    String start = "-javaagent:" + agent + "=";
    int from = present.indexOf(start);
    if (from < 0) {
      return present;
    }
    boolean quoted = from > 0 && present.charAt(from - 1) == '"';
    int end = present.indexOf(quoted ? '"' : ' ', from);
    return present.substring(0, quoted ? from - 1 : from)
        + (end < 0 ? "" : present.substring(end + 1));
  }

  /** As Surefire splits it: double quotes keep spaces together. */
  private static String quoted(String option) {
    return option.chars().anyMatch(Character::isWhitespace) ? '"' + option + '"' : option;
  }
}

package io.rowcall.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prepends {@code -javaagent} to the JVM options of tests.
 *
 * @param agent the agent's jar
 * @param options settings of the agent
 */
record ArgLine(File agent, Map<String, String> options) {

  /**
   * The options with the agent. An agent that is already there, because the goal runs twice, is
   * replaced.
   *
   * @param existing value of the property; null if it is not set
   */
  String prependTo(@Nullable String existing) {
    String rest = existing == null ? "" : withoutAgent(existing).strip();
    return rest.isEmpty() ? agentOption() : agentOption() + " " + rest;
  }

  private String agentOption() {
    List<String> settings = new ArrayList<>();
    options.forEach((key, value) -> settings.add(key + "=" + value));
    return quoted("-javaagent:" + agent + "=" + String.join(",", settings));
  }

  private String withoutAgent(String existing) {
    String prefix = "-javaagent:" + agent + "=";
    int start = existing.indexOf(prefix);
    if (start < 0) {
      return existing;
    }
    boolean quoted = start > 0 && existing.charAt(start - 1) == '"';
    int end = existing.indexOf(quoted ? '"' : ' ', start);
    return existing.substring(0, quoted ? start - 1 : start)
        + (end < 0 ? "" : existing.substring(end + 1));
  }

  /** Surefire splits options at spaces outside of double quotes. */
  private static String quoted(String option) {
    return option.chars().anyMatch(Character::isWhitespace) ? '"' + option + '"' : option;
  }
}

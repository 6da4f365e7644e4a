package io.rowcall.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documentation page of a class of findings, packed into the jar from {@code
 * reports/docs/findings}. It is the only source of the gate's help text and of the class's
 * defaults.
 *
 * @param title its heading
 * @param summary its first paragraph
 * @param level how the gate treats the class when no budget sets it
 * @param limitsRepeats whether a budget can limit the repeats in one request
 * @param markdown all of it
 */
record FindingPage(
    String title, String summary, Level level, boolean limitsRepeats, String markdown) {
  private static final String FOLDER = "findings/";
  private static final Pattern HEAD = Pattern.compile("# (.+)\n\n((?:.+\n)+)");

  /** By key of the class, sorted. */
  static final Map<String, FindingPage> ALL = all();

  private static Map<String, FindingPage> all() {
    var pages = new TreeMap<String, FindingPage>();
    read("keys").lines().forEach(key -> pages.put(key, parse(key, read(key + ".md"))));
    return Collections.unmodifiableMap(pages);
  }

  /**
   * Parses a page.
   *
   * @throws IllegalArgumentException if it has no heading, paragraph, or line about its budget
   */
  static FindingPage parse(String key, String markdown) {
    Matcher head = HEAD.matcher(markdown);
    Matcher budget =
        Pattern.compile("Key `" + Pattern.quote(key) + "`, by default `(off|warn|error)`")
            .matcher(markdown);
    if (!head.lookingAt() || !budget.find()) {
      throw new IllegalArgumentException(
          "expected the page of "
              + key
              + " to begin with a heading and a paragraph, and to say \"Key `"
              + key
              + "`, by default `warn`\"");
    }
    return new FindingPage(
        head.group(1),
        head.group(2).strip().replace('\n', ' '),
        Level.valueOf(budget.group(1).toUpperCase(Locale.ROOT)),
        markdown.indexOf("`max` limits", budget.end()) > 0,
        markdown);
  }

  private static String read(String name) {
    try (var in =
        Objects.requireNonNull(FindingPage.class.getResourceAsStream(FOLDER + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

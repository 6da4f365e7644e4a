package io.rowcall.gate.output;

import io.rowcall.gate.GateResult;
import io.rowcall.input.InvalidInputException;
import io.rowcall.text.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Output formats of the gate. Names are part of the command line. Sorted. */
public enum OutputFormat {
  GITHUB(GithubOutput::render),
  GITHUB_SUMMARY(GithubSummaryOutput::render),
  GITLAB(GitlabOutput::render),
  JENKINS(JenkinsOutput::render),
  JSON(JsonOutput::render),
  JUNIT(JunitOutput::render),
  SARIF(SarifOutput::render),
  TEAMCITY(TeamcityOutput::render),
  TEXT(TextOutput::render);

  @SuppressWarnings("ImmutableEnumChecker") // Stateless method references.
  private final Function<GateResult, String> renderer;

  OutputFormat(Function<GateResult, String> renderer) {
    this.renderer = renderer;
  }

  /**
   * The format with a name such as {@code github-summary}.
   *
   * @throws InvalidInputException if there is none; the message suggests the closest one
   */
  public static OutputFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.formatName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--output: expected one of "
                        + String.join(", ", names())
                        + ", found "
                        + name
                        + " (did you mean "
                        + Suggestion.closest(name, names())
                        + "?)"));
  }

  /** Names of all formats, sorted. */
  public static List<String> names() {
    return Arrays.stream(values()).map(OutputFormat::formatName).toList();
  }

  /** The name on the command line, such as {@code github-summary}. */
  public String formatName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The content of the whole file, ending in a line feed. */
  public String render(GateResult result) {
    return renderer.apply(result);
  }
}

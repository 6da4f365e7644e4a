package io.rowcall.cli.gate;

import io.rowcall.cli.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A format that verdicts are rendered in. Names are part of the command line. Sorted. */
enum OutputFormat {
  GITHUB(GithubOutput::of),
  GITHUB_SUMMARY(GithubSummaryOutput::of),
  GITLAB(GitlabOutput::of),
  JENKINS(JenkinsOutput::of),
  JSON(JsonOutput::of),
  JUNIT(JunitOutput::of),
  SARIF(SarifOutput::of),
  TEAMCITY(TeamcityOutput::of),
  TEXT(TextOutput::of);

  @SuppressWarnings("ImmutableEnumChecker") // Each is a function without a state.
  private final Function<GateResult, String> renderer;

  OutputFormat(Function<GateResult, String> renderer) {
    this.renderer = renderer;
  }

  static OutputFormat named(String name) {
    return Arrays.stream(values())
        .filter(output -> output.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--output: expected one of "
                        + String.join(", ", names())
                        + ", found "
                        + name
                        + " (the nearest is "
                        + Suggestion.to(name, names())
                        + ")"));
  }

  static List<String> names() {
    return Arrays.stream(values()).map(OutputFormat::word).toList();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The whole file, ended by a line feed. */
  String of(GateResult verdict) {
    return renderer.apply(verdict);
  }
}

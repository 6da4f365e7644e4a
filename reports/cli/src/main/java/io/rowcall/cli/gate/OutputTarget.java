package io.rowcall.cli.gate;

import io.rowcall.cli.InvalidInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a verdict goes: {@code sarif=build/rowcall.sarif}, {@code github=-} or just {@code github}.
 *
 * @param file null: stdout
 * @param append whether it is the summary of a step, to which others add as well
 */
record OutputTarget(OutputFormat output, @Nullable Path file, boolean append) {

  /**
   * Understands what the command line names.
   *
   * @param stepSummary the file that GitHub shows, where there is one
   */
  static List<OutputTarget> of(List<String> words, @Nullable String stepSummary) {
    var targets = new ArrayList<OutputTarget>();
    var files = new HashSet<Path>();
    for (String word : words) {
      int equals = word.indexOf('=');
      OutputFormat output = OutputFormat.named(equals < 0 ? word : word.substring(0, equals));
      String path = equals < 0 ? "-" : word.substring(equals + 1);
      if (path.isEmpty()) {
        throw new InvalidInputException(
            "--output " + word + ": expected a file or -, found nothing");
      }
      boolean toSummary =
          equals < 0
              && output == OutputFormat.GITHUB_SUMMARY
              && stepSummary != null
              && !stepSummary.isEmpty();
      Path file =
          toSummary && stepSummary != null
              ? Path.of(stepSummary)
              : path.equals("-") ? null : Path.of(path);
      if (file != null && !files.add(file.toAbsolutePath().normalize())) {
        throw new InvalidInputException(
            "--output " + word + ": expected a file of its own, found one twice");
      }
      targets.add(new OutputTarget(output, file, toSummary));
    }
    if (targets.stream().allMatch(target -> target.file != null)) {
      targets.add(0, new OutputTarget(OutputFormat.TEXT, null, false));
    }
    return targets;
  }

  void write(GateResult verdict, PrintWriter out) {
    Path to = file;
    if (to == null) {
      out.print(output.of(verdict));
      return;
    }
    try {
      Path folder = to.toAbsolutePath().getParent();
      if (folder != null && !Files.isDirectory(folder)) { // Java 17 refuses a link to one.
        Files.createDirectories(folder);
      }
      if (append) {
        long said = Files.exists(to) ? Files.size(to) : 0;
        String rest = GithubSummaryOutput.of(verdict, GithubSummaryOutput.MAX_BYTES - said);
        Files.writeString(to, rest, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } else {
        Files.writeString(to, output.of(verdict));
      }
    } catch (IOException unwritable) {
      throw new InvalidInputException(
          "--output " + output.word() + "=" + to + ": cannot write: " + unwritable);
    }
  }
}

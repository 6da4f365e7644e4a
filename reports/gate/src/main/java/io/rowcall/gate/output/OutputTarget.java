package io.rowcall.gate.output;

import io.rowcall.gate.GateResult;
import io.rowcall.input.InvalidInputException;
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
 * A format and its destination: {@code sarif=build/rowcall.sarif}, {@code github=-} or {@code
 * github}.
 *
 * @param file null: stdout
 * @param append whether to append to the summary of a GitHub step, which other tools write as well
 */
public record OutputTarget(OutputFormat format, @Nullable Path file, boolean append) {

  /**
   * Parses values of {@code --output}. Unless one of them goes to stdout, text does.
   *
   * @param stepSummary the file {@code GITHUB_STEP_SUMMARY} names; null outside GitHub Actions
   * @throws InvalidInputException for an unknown format, or if two formats have the same file
   */
  public static List<OutputTarget> parse(List<String> options, @Nullable String stepSummary) {
    var targets = new ArrayList<OutputTarget>();
    var files = new HashSet<Path>();
    for (String option : options) {
      OutputTarget target = parse(option, stepSummary);
      Path file = target.file;
      if (file != null && !files.add(file.toAbsolutePath().normalize())) {
        throw new InvalidInputException(
            "--output " + option + ": expected a file of its own, found the same file twice");
      }
      targets.add(target);
    }
    if (targets.stream().allMatch(target -> target.file != null)) {
      targets.add(0, new OutputTarget(OutputFormat.TEXT, null, false));
    }
    return targets;
  }

  private static OutputTarget parse(String option, @Nullable String stepSummary) {
    int equals = option.indexOf('=');
    if (equals < 0) {
      OutputFormat format = OutputFormat.named(option);
      return format == OutputFormat.GITHUB_SUMMARY && stepSummary != null && !stepSummary.isEmpty()
          ? new OutputTarget(format, Path.of(stepSummary), true)
          : new OutputTarget(format, null, false);
    }
    OutputFormat format = OutputFormat.named(option.substring(0, equals));
    String path = option.substring(equals + 1);
    if (path.isEmpty()) {
      throw new InvalidInputException(
          "--output " + option + ": expected a file or -, found nothing");
    }
    return new OutputTarget(format, path.equals("-") ? null : Path.of(path), false);
  }

  /**
   * Writes the result. Creates missing folders.
   *
   * @param stdout used if there is no file
   * @throws InvalidInputException if the file cannot be written
   */
  public void write(GateResult result, PrintWriter stdout) {
    Path target = file;
    if (target == null) {
      stdout.print(format.render(result));
      return;
    }
    try {
      Path folder = target.toAbsolutePath().getParent();
      // On Java 17, createDirectories fails for a symbolic link to a folder.
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      if (append) {
        long size = Files.exists(target) ? Files.size(target) : 0;
        String text = GithubSummaryOutput.render(result, GithubSummaryOutput.MAX_BYTES - size);
        Files.writeString(target, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } else {
        Files.writeString(target, format.render(result));
      }
    } catch (IOException unwritable) {
      throw new InvalidInputException(
          "--output " + format.formatName() + "=" + target + ": cannot write: " + unwritable);
    }
  }
}

package io.rowcall.maven;

import io.rowcall.format.read.ReportException;
import io.rowcall.gate.Gate;
import io.rowcall.gate.GateOptions;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.output.OutputFormat;
import io.rowcall.input.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks the queries of the tests of all modules against a budget, and fails the build if exceeded.
 */
@Mojo(name = "gate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class GateMojo extends AggregatingMojo {
  private static final String DEFAULT_BUDGET = "rowcall-budget.yml";

  /**
   * The budget. Default: {@code rowcall-budget.yml} in the folder in which Maven was started, if it
   * exists.
   */
  @Parameter(property = "rowcall.maven.budget")
  private @Nullable File budget;

  /**
   * Additional output formats and their files: {@code <sarif>target/rowcall.sarif</sarif>}. The
   * formats are those of {@code rowcall gate --output}.
   */
  @Parameter private Map<String, File> outputs = new LinkedHashMap<>();

  /** Whether a build whose tests execute no query passes. */
  @Parameter(property = "rowcall.maven.allowEmpty", defaultValue = "false")
  private boolean allowEmpty;

  @Override
  void process(List<String> folders)
      throws IOException, MojoExecutionException, MojoFailureException {
    GateResult result;
    try {
      result = Gate.evaluate(GateOptions.of(budget(), folders).withSourceRoots(sourceRoots()));
      for (Map.Entry<String, File> output : outputs.entrySet()) {
        write(output.getValue().toPath(), OutputFormat.named(output.getKey()).render(result));
      }
    } catch (InvalidInputException | ReportException explained) {
      throw new MojoExecutionException(String.valueOf(explained.getMessage()), explained);
    }
    List<String> lines = OutputFormat.TEXT.render(result).lines().toList();
    for (String line : lines) {
      if (result.passed()) {
        getLog().info(line);
      } else {
        getLog().error(line);
      }
    }
    if (!result.passed()) {
      throw new MojoFailureException("Rowcall: " + lines.get(lines.size() - 1));
    }
  }

  @Override
  void onNoReports(String message) throws MojoFailureException {
    if (!allowEmpty) {
      throw new MojoFailureException(
          message + " To accept this, set -Drowcall.maven.allowEmpty=true.");
    }
    getLog().info(message);
  }

  private @Nullable Path budget() {
    if (budget != null) {
      return budget.toPath();
    }
    Path defaultBudget = rootFolder().resolve(DEFAULT_BUDGET);
    return Files.exists(defaultBudget) ? defaultBudget : null;
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}

package io.rowcall.maven;

import io.rowcall.cli.InvalidInputException;
import io.rowcall.cli.gate.Gate;
import io.rowcall.cli.gate.GateOptions;
import io.rowcall.cli.gate.GateResult;
import io.rowcall.format.ReportException;
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
 * Holds what the tests of all modules have asked to a budget, and fails the build if they break it.
 */
@Mojo(name = "gate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class GateMojo extends ReportsMojo {
  private static final String USUAL = "rowcall-budget.yml";

  /** The budget. By default {@code rowcall-budget.yml} where Maven was started, if there is one. */
  @Parameter(property = "rowcall.maven.budget")
  private @Nullable File budget;

  /**
   * The verdict in other formats, and where to write them: {@code
   * <sarif>target/rowcall.sarif</sarif>}. Formats are those of {@code rowcall gate --output}.
   */
  @Parameter private Map<String, File> outputs = new LinkedHashMap<>();

  /** Whether a build in which no test has asked a database passes. */
  @Parameter(property = "rowcall.maven.allowEmpty", defaultValue = "false")
  private boolean allowEmpty;

  @Override
  void look(List<String> folders) throws IOException, MojoExecutionException, MojoFailureException {
    GateResult verdict;
    try {
      verdict = Gate.judge(GateOptions.of(budget(), folders).withSources(sources()));
      for (Map.Entry<String, File> output : outputs.entrySet()) {
        write(output.getValue().toPath(), verdict.render(output.getKey()));
      }
    } catch (InvalidInputException | ReportException explained) {
      throw new MojoExecutionException(String.valueOf(explained.getMessage()), explained);
    }
    List<String> lines = verdict.render("text").lines().toList();
    for (String line : lines) {
      if (verdict.passed()) {
        getLog().info(line);
      } else {
        getLog().error(line);
      }
    }
    if (!verdict.passed()) {
      throw new MojoFailureException("Rowcall: " + lines.get(lines.size() - 1));
    }
  }

  @Override
  void empty(String message) throws MojoFailureException {
    if (!allowEmpty) {
      throw new MojoFailureException(
          message + " -Drowcall.maven.allowEmpty=true lets such a build pass.");
    }
    getLog().info(message);
  }

  private @Nullable Path budget() {
    if (budget != null) {
      return budget.toPath();
    }
    Path usual = root().resolve(USUAL);
    return Files.exists(usual) ? usual : null;
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}

package io.rowcall.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that processes the reports of all modules at once, in the last module that runs it. */
abstract class AggregatingMojo extends AbstractMojo {
  /** The folder with the reports of this module's tests. */
  @Parameter(
      property = "rowcall.maven.reportDirectory",
      defaultValue = "${project.build.directory}/rowcall-reports",
      required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private File reportDirectory;

  /** Excludes this module. */
  @Parameter(property = "rowcall.maven.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
  private boolean skipTests;

  @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
  private boolean mavenTestSkip;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private MojoExecution execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    List<String> folders =
        new ReactorModules(session, execution)
            .register(skip ? null : reportDirectory.getAbsolutePath());
    if (folders == null) {
      if (!skip) {
        getLog().info("The last module will process the reports of all modules.");
      }
      return;
    }
    if (folders.isEmpty()) {
      getLog().info("rowcall.maven.skip is set.");
      return;
    }
    try {
      List<String> withReports = nonEmpty(folders);
      if (!withReports.isEmpty()) {
        process(withReports);
      } else if (skipTests || mavenTestSkip) {
        getLog().info("No tests were run, so there are no reports.");
      } else {
        onNoReports(
            "No test JVM has written a report to "
                + String.join(", ", folders)
                + ". Is the goal prepare-agent bound, and does <argLine> contain @{argLine}?"
                + " Tests without database access write no report.");
      }
    } catch (IOException unreadable) {
      throw new MojoExecutionException("cannot read the reports: " + unreadable, unreadable);
    }
  }

  /**
   * Processes the reports.
   *
   * @param folders of modules with reports; at least one
   */
  abstract void process(List<String> folders)
      throws IOException, MojoExecutionException, MojoFailureException;

  /** Called instead of {@link #process} if tests were run but no module has reports. */
  abstract void onNoReports(String message) throws MojoFailureException;

  private static List<String> nonEmpty(List<String> folders) throws IOException {
    List<String> withReports = new ArrayList<>();
    for (String folder : folders) {
      if (!ReportFolder.reports(Path.of(folder)).isEmpty()) {
        withReports.add(folder);
      }
    }
    return withReports;
  }

  /** The folder in which Maven was started. */
  final Path rootFolder() {
    return Path.of(session.getExecutionRootDirectory());
  }

  /** The build folder of the module in which Maven was started. */
  final Path buildFolder() {
    MavenProject top = session.getTopLevelProject();
    return Path.of(top.getBuild().getDirectory());
  }

  /** Source folders of all modules, tests last. */
  final List<Path> sourceRoots() {
    List<Path> roots = new ArrayList<>();
    for (MavenProject project : session.getProjects()) {
      project.getCompileSourceRoots().forEach(root -> addIfFolder(roots, root));
    }
    for (MavenProject project : session.getProjects()) {
      project.getTestCompileSourceRoots().forEach(root -> addIfFolder(roots, root));
    }
    return roots;
  }

  private static void addIfFolder(List<Path> roots, @Nullable String root) {
    if (root != null && new File(root).isDirectory()) {
      roots.add(Path.of(root));
    }
  }
}

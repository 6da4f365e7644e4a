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

/** A goal that looks at the reports of all modules at once, in the last of them. */
abstract class ReportsMojo extends AbstractMojo {
  /** Where the reports of this module's tests are. */
  @Parameter(
      property = "rowcall.maven.reportDirectory",
      defaultValue = "${project.build.directory}/rowcall-reports",
      required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private File reportDirectory;

  /** Leaves this module out. */
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
            .arrives(skip ? null : reportDirectory.getAbsolutePath());
    if (folders == null) {
      if (!skip) {
        getLog().info("The last module looks at the reports of all.");
      }
      return;
    }
    if (folders.isEmpty()) {
      getLog().info("rowcall.maven.skip is set.");
      return;
    }
    try {
      List<String> written = withReports(folders);
      if (!written.isEmpty()) {
        look(written);
      } else if (skipTests || mavenTestSkip) {
        getLog().info("No tests were run, so there is nothing to look at.");
      } else {
        empty(
            "No JVM of a test has written a report into "
                + String.join(", ", folders)
                + ". Is the goal prepare-agent bound, and does <argLine> say @{argLine}?"
                + " A test that uses no database writes none.");
      }
    } catch (IOException unreadable) {
      throw new MojoExecutionException("cannot read the reports: " + unreadable, unreadable);
    }
  }

  /** Looks at the reports in these folders: one or more. */
  abstract void look(List<String> folders)
      throws IOException, MojoExecutionException, MojoFailureException;

  /** There is none. */
  abstract void empty(String message) throws MojoFailureException;

  private static List<String> withReports(List<String> folders) throws IOException {
    List<String> written = new ArrayList<>();
    for (String folder : folders) {
      if (!ReportFolder.reports(Path.of(folder)).isEmpty()) {
        written.add(folder);
      }
    }
    return written;
  }

  /** Where Maven was started. */
  final Path root() {
    return Path.of(session.getExecutionRootDirectory());
  }

  /** What the build of the module where Maven was started writes. */
  final Path target() {
    MavenProject top = session.getTopLevelProject();
    return Path.of(top.getBuild().getDirectory());
  }

  /** Where the sources of all modules are, those of tests last. */
  final List<Path> sources() {
    List<Path> roots = new ArrayList<>();
    for (MavenProject project : session.getProjects()) {
      project.getCompileSourceRoots().forEach(root -> addTo(roots, root));
    }
    for (MavenProject project : session.getProjects()) {
      project.getTestCompileSourceRoots().forEach(root -> addTo(roots, root));
    }
    return roots;
  }

  private static void addTo(List<Path> roots, @Nullable String root) {
    if (root != null && new File(root).isDirectory()) {
      roots.add(Path.of(root));
    }
  }
}

package io.rowcall.maven;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code -javaagent} before what the property {@code argLine} says already, with which
 * Surefire and Failsafe start the JVMs of tests. Each of them writes a report of its own into one
 * folder, from which the reports of the build before are removed.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends AbstractMojo {
  private static final String AGENT = "io.rowcall:rowcall-agent";

  /** Where the reports of this module's tests go. */
  @Parameter(
      property = "rowcall.maven.reportDirectory",
      defaultValue = "${project.build.directory}/rowcall-reports",
      required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private File reportDirectory;

  /** The name of the service in the reports. */
  @Parameter(property = "rowcall.maven.service", defaultValue = "${project.artifactId}")
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private String service;

  /** Settings of the agent, such as {@code <slow-query>100ms</slow-query>}. */
  @Parameter private Map<String, String> settings = new LinkedHashMap<>();

  /** The property that the tests' JVMs are started with. */
  @Parameter(property = "rowcall.maven.propertyName", defaultValue = "argLine", required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private String propertyName;

  /** Leaves the tests without the agent. */
  @Parameter(property = "rowcall.maven.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private MavenSession session;

  @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private Map<String, Artifact> artifacts;

  @Override
  public void execute() throws MojoExecutionException {
    Properties properties = project.getProperties();
    if (skip) {
      getLog().info("rowcall.maven.skip is set: the tests run without the agent.");
      // Late evaluation, @{argLine}, fails where nobody has set it.
      properties.putIfAbsent(propertyName, "");
      return;
    }
    ReportFolder.clearOnce(session, reportDirectory.toPath());
    String line = new ArgLine(agent(), options()).before(properties.getProperty(propertyName));
    properties.setProperty(propertyName, line);
    getLog().info(propertyName + " set to " + line);
    if (propertyName.equals("argLine")) {
      for (String mistake : ForkedJvms.mistakes(project)) {
        getLog().warn(mistake);
      }
    }
  }

  private File agent() throws MojoExecutionException {
    Artifact agent = artifacts.get(AGENT);
    @Nullable File file = agent == null ? null : agent.getFile();
    if (file == null || !file.isFile()) {
      throw new MojoExecutionException(
          "Expected "
              + AGENT
              + " as a jar among the plug-in's dependencies, found "
              + (file == null ? "none" : file)
              + ". In one build with Rowcall itself, run the phase package or a later one.");
    }
    return file;
  }

  private Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("report.dir", reportDirectory.getAbsolutePath());
    options.put("service", service);
    options.putAll(settings);
    return options;
  }
}

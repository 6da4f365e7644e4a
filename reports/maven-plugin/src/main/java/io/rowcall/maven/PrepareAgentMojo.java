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
 * Prepends {@code -javaagent} to the property {@code argLine}, with which Surefire and Failsafe
 * start test JVMs. Each JVM writes its own report to one folder; reports of earlier builds are
 * deleted.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends AbstractMojo {
  private static final String AGENT = "io.rowcall:rowcall-agent";

  /** The folder for the reports of this module's tests. */
  @Parameter(
      property = "rowcall.maven.reportDirectory",
      defaultValue = "${project.build.directory}/rowcall-reports",
      required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private File reportDirectory;

  /** Name of the service in the reports. */
  @Parameter(property = "rowcall.maven.service", defaultValue = "${project.artifactId}")
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private String service;

  /** Settings of the agent, such as {@code <slow-query>100ms</slow-query>}. */
  @Parameter private Map<String, String> settings = new LinkedHashMap<>();

  /** The property with the JVM options of the tests. */
  @Parameter(property = "rowcall.maven.propertyName", defaultValue = "argLine", required = true)
  @SuppressWarnings("NullAway.Init") // Set by Maven.
  private String propertyName;

  /** Runs the tests without the agent. */
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
      getLog().info("rowcall.maven.skip is set: tests run without the agent.");
      // The late evaluation of @{argLine} fails if the property is not set.
      properties.putIfAbsent(propertyName, "");
      return;
    }
    ReportFolder.clearOnce(session, reportDirectory.toPath());
    String line = new ArgLine(agent(), options()).prependTo(properties.getProperty(propertyName));
    properties.setProperty(propertyName, line);
    getLog().info(propertyName + " set to " + line);
    if (propertyName.equals("argLine")) {
      for (String warning : ForkedJvms.warnings(project)) {
        getLog().warn(warning);
      }
    }
  }

  private File agent() throws MojoExecutionException {
    Artifact agent = artifacts.get(AGENT);
    @Nullable File file = agent == null ? null : agent.getFile();
    if (file == null || !file.isFile()) {
      throw new MojoExecutionException(
          "Expected the jar of "
              + AGENT
              + " among the dependencies of the plug-in, found "
              + (file == null ? "none" : file)
              + ". If Rowcall is part of this build, run the phase package or a later one.");
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

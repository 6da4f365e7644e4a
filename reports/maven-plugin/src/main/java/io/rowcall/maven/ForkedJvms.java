package io.rowcall.maven;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Finds what keeps the agent out of the JVMs of a module's tests, before anybody wonders. */
final class ForkedJvms {
  private static final List<String> PLUGINS =
      List.of(
          "org.apache.maven.plugins:maven-surefire-plugin",
          "org.apache.maven.plugins:maven-failsafe-plugin");

  private ForkedJvms() {}

  /** Sentences for the log. */
  static List<String> mistakes(MavenProject project) {
    Set<String> mistakes = new LinkedHashSet<>();
    for (String key : PLUGINS) {
      Plugin plugin = project.getPlugin(key);
      if (plugin == null) {
        continue;
      }
      addTo(mistakes, plugin.getArtifactId(), plugin.getConfiguration());
      for (PluginExecution execution : plugin.getExecutions()) {
        addTo(mistakes, plugin.getArtifactId(), execution.getConfiguration());
      }
    }
    return new ArrayList<>(mistakes);
  }

  private static void addTo(Set<String> mistakes, String plugin, @Nullable Object configuration) {
    if (!(configuration instanceof Xpp3Dom of)) {
      return;
    }
    String argLine = text(of, "argLine");
    if (argLine != null && !argLine.contains("@{argLine}") && !argLine.contains("-javaagent:")) {
      mistakes.add(
          plugin
              + " starts its JVMs with <argLine>"
              + argLine
              + "</argLine>, so they get no agent. Write <argLine>@{argLine} "
              + argLine
              + "</argLine>");
    }
    if ("0".equals(text(of, "forkCount")) || "never".equals(text(of, "forkMode"))) {
      mistakes.add(
          plugin
              + " runs its tests inside of Maven's JVM, which has no agent. Remove <forkCount>0</forkCount>");
    }
  }

  private static @Nullable String text(Xpp3Dom of, String name) {
    Xpp3Dom child = of.getChild(name);
    String value = child == null ? null : child.getValue();
    return value == null || value.isBlank() ? null : value.strip();
  }
}

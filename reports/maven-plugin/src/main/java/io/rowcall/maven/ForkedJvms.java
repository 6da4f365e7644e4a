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

/** Detects settings of Surefire and Failsafe that keep the agent out of the test JVMs. */
final class ForkedJvms {
  private static final List<String> PLUGINS =
      List.of(
          "org.apache.maven.plugins:maven-surefire-plugin",
          "org.apache.maven.plugins:maven-failsafe-plugin");

  private ForkedJvms() {}

  /** One warning per setting. */
  static List<String> warnings(MavenProject project) {
    Set<String> warnings = new LinkedHashSet<>();
    for (String key : PLUGINS) {
      Plugin plugin = project.getPlugin(key);
      if (plugin == null) {
        continue;
      }
      addTo(warnings, plugin.getArtifactId(), plugin.getConfiguration());
      for (PluginExecution execution : plugin.getExecutions()) {
        addTo(warnings, plugin.getArtifactId(), execution.getConfiguration());
      }
    }
    return new ArrayList<>(warnings);
  }

  private static void addTo(Set<String> warnings, String plugin, @Nullable Object configuration) {
    if (!(configuration instanceof Xpp3Dom dom)) {
      return;
    }
    String argLine = text(dom, "argLine");
    if (argLine != null && !argLine.contains("@{argLine}") && !argLine.contains("-javaagent:")) {
      warnings.add(
          plugin
              + " starts test JVMs with <argLine>"
              + argLine
              + "</argLine>, which leaves out the agent. Use <argLine>@{argLine} "
              + argLine
              + "</argLine>");
    }
    if ("0".equals(text(dom, "forkCount")) || "never".equals(text(dom, "forkMode"))) {
      warnings.add(
          plugin
              + " runs tests inside Maven's JVM, which has no agent. Remove"
              + " <forkCount>0</forkCount>");
    }
  }

  private static @Nullable String text(Xpp3Dom dom, String name) {
    Xpp3Dom child = dom.getChild(name);
    String value = child == null ? null : child.getValue();
    return value == null || value.isBlank() ? null : value.strip();
  }
}

package io.rowcall.maven;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a build that run one execution of a goal. Each brings its folder of reports, and
 * the last one is given all of them, in whatever order the modules are built.
 */
final class ReactorModules {
  private final MavenSession session;
  private final MojoExecution execution;

  ReactorModules(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.execution = execution;
  }

  /**
   * A module has come here.
   *
   * @param folder its reports; null when it is left out
   * @return the folders of all modules, when this is the last of them; null otherwise
   */
  @Nullable List<String> arrives(@Nullable String folder) {
    Map<String, Object> data = session.getRequest().getData();
    String key = "io.rowcall." + execution.getGoal() + "." + execution.getExecutionId();
    synchronized (data) {
      Map<String, Object> known = new HashMap<>();
      if (data.get(key) instanceof Map<?, ?> before) {
        before.forEach((name, value) -> known.put((String) name, value));
      }
      List<String> folders = new ArrayList<>();
      if (known.get("folders") instanceof List<?> before) {
        before.forEach(each -> folders.add((String) each));
      }
      if (folder != null && !folders.contains(folder)) {
        folders.add(folder);
      }
      int arrived = known.get("arrived") instanceof Integer before ? before + 1 : 1;
      if (arrived >= expected()) {
        data.remove(key);
        return folders;
      }
      known.put("folders", folders);
      known.put("arrived", arrived);
      data.put(key, known);
      return null;
    }
  }

  private long expected() {
    if (execution.getSource() == MojoExecution.Source.CLI) {
      return session.getProjects().size();
    }
    return session.getProjects().stream().filter(this::runsIt).count();
  }

  private boolean runsIt(MavenProject project) {
    Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
    if (plugin == null) {
      return false;
    }
    return plugin.getExecutions().stream().anyMatch(this::isThis);
  }

  private boolean isThis(PluginExecution of) {
    return of.getId().equals(execution.getExecutionId())
        && of.getGoals().contains(execution.getGoal())
        && !"none".equals(of.getPhase());
  }
}

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
 * Collects the report folders of all modules that run one execution of a goal. The last module to
 * register gets all of them, in whatever order modules are built. Thread-safe.
 */
final class ReactorModules {
  private final MavenSession session;
  private final MojoExecution execution;

  ReactorModules(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.execution = execution;
  }

  /**
   * Registers a module.
   *
   * @param folder its reports; null if it is skipped
   * @return the folders of all modules if this is the last one; otherwise null
   */
  @Nullable List<String> register(@Nullable String folder) {
    Map<String, Object> data = session.getRequest().getData();
    String key = "io.rowcall." + execution.getGoal() + "." + execution.getExecutionId();
    synchronized (data) {
      Map<String, Object> state = new HashMap<>();
      if (data.get(key) instanceof Map<?, ?> previous) {
        previous.forEach((name, value) -> state.put((String) name, value));
      }
      List<String> folders = new ArrayList<>();
      if (state.get("folders") instanceof List<?> previous) {
        previous.forEach(each -> folders.add((String) each));
      }
      if (folder != null && !folders.contains(folder)) {
        folders.add(folder);
      }
      int registered = state.get("registered") instanceof Integer previous ? previous + 1 : 1;
      if (registered >= expected()) {
        data.remove(key);
        return folders;
      }
      state.put("folders", folders);
      state.put("registered", registered);
      data.put(key, state);
      return null;
    }
  }

  private long expected() {
    if (execution.getSource() == MojoExecution.Source.CLI) {
      return session.getProjects().size();
    }
    return session.getProjects().stream().filter(this::runsGoal).count();
  }

  private boolean runsGoal(MavenProject project) {
    Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
    if (plugin == null) {
      return false;
    }
    return plugin.getExecutions().stream().anyMatch(this::isSameExecution);
  }

  private boolean isSameExecution(PluginExecution candidate) {
    return candidate.getId().equals(execution.getExecutionId())
        && candidate.getGoals().contains(execution.getGoal())
        && !"none".equals(candidate.getPhase());
  }
}

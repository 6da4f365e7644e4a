package io.rowcall.bench.peers;

import io.rowcall.bench.trial.Wrapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Peer in the comparison: an agent, a JDBC wrapper, or none. Settings and files may contain <code>
 * {dir}</code>, the directory of the run, and <code>{port}</code>, a free port.
 *
 * @param key name on the command line
 * @param name name in the report
 * @param artifact the agent on Maven Central; null for a wrapper, for none, and for our own agents
 * @param settings JVM arguments
 * @param files files in the directory of the run, by name
 */
record Peer(
    String key,
    String name,
    String license,
    @Nullable Artifact artifact,
    List<String> settings,
    Map<String, String> files,
    Wrapper wrapper) {

  static Peer agent(
      String key, String name, String license, Artifact artifact, String... settings) {
    return new Peer(key, name, license, artifact, List.of(settings), Map.of(), Wrapper.NONE);
  }

  static Peer wrapper(
      String key, String name, String license, Wrapper wrapper, String... settings) {
    return new Peer(key, name, license, null, List.of(settings), Map.of(), wrapper);
  }

  /** None, or an agent that is built here. */
  static Peer own(String key, String name, String... settings) {
    return new Peer(key, name, "", null, List.of(settings), Map.of(), Wrapper.NONE);
  }

  Peer with(String file, String content) {
    return new Peer(key, name, license, artifact, settings, Map.of(file, content), wrapper);
  }

  boolean isWrapper() {
    return wrapper != Wrapper.NONE;
  }

  /** Whether a name of the command line selects it: its key, or the part before a hyphen. */
  boolean isSelectedBy(String selection) {
    return key.equals(selection) || key.startsWith(selection + "-");
  }

  /** Whether others are measured against it. */
  boolean isOwn() {
    return artifact == null && !isWrapper();
  }
}

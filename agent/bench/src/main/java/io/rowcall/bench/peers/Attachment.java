package io.rowcall.bench.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Peer made ready for one run: a directory of its own, deleted afterwards, and JVM arguments. */
final class Attachment implements AutoCloseable {
  private final Path folder;
  private final List<String> jvmArguments = new ArrayList<>();

  private Attachment(Path folder) {
    this.folder = folder;
  }

  /**
   * @param jar the peer's agent; null if it has none
   */
  static Attachment of(Peer peer, @Nullable Path jar) throws IOException {
    var attachment = new Attachment(Files.createTempDirectory("rowcall-peer-"));
    String port = Integer.toString(freePort());
    for (var file : peer.files().entrySet()) {
      Files.writeString(
          attachment.folder.resolve(file.getKey()), attachment.filled(file.getValue(), port));
    }
    if (jar != null) {
      attachment.jvmArguments.add("-javaagent:" + jar.toAbsolutePath());
    }
    for (String setting : peer.settings()) {
      attachment.jvmArguments.add(attachment.filled(setting, port));
    }
    return attachment;
  }

  private String filled(String text, String port) {
    return text.replace("{dir}", folder.toString()).replace("{port}", port);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Working directory of the run. */
  Path folder() {
    return folder;
  }

  /** The arguments that attach the agent, and more. */
  List<String> jvmArguments(String... more) {
    var arguments = new ArrayList<>(jvmArguments);
    arguments.addAll(List.of(more));
    return arguments;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

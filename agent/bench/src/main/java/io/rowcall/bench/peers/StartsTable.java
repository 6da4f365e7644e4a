package io.rowcall.bench.peers;

import static io.rowcall.bench.peers.Markdown.number;
import static io.rowcall.bench.peers.Markdown.percent;
import static io.rowcall.bench.peers.Markdown.spread;

import java.io.IOException;
import java.nio.file.Path;

/** The start of Spring Boot with JPA, and a program that does nothing, from start to exit. */
final class StartsTable implements PeerTable {
  private static final int EMPTY_PROGRAMS = 5;

  private final Path application;

  /**
   * @param application jar of the Spring Boot service
   */
  StartsTable(Path application) {
    this.application = application;
  }

  @Override
  public boolean includes(Peer peer) {
    return !peer.isWrapper();
  }

  @Override
  public void measure(Peer peer, PeerRun run) throws IOException, InterruptedException {
    try (Attachment attachment = run.attach();
        ForkedJvm start =
            ForkedJvm.java(
                attachment.folder(),
                attachment.jvmArguments(),
                "-jar",
                application.toAbsolutePath().toString())) {
      start.line("READY");
      run.add(Figure.START_CPU_MILLIS, start.cpuMillis());
      run.add(Figure.START_WALL_MILLIS, start.wallMillis());
    }
    var programs = new Series();
    for (int i = 0; i < EMPTY_PROGRAMS; i++) {
      try (Attachment attachment = run.attach()) {
        programs.add(
            i,
            ProcessCpu.millis(
                attachment.folder(), attachment.jvmArguments(PeerRun.program(EmptyProgram.class))));
      }
    }
    run.add(Figure.EMPTY_CPU_MILLIS, programs.median());
  }

  @Override
  public void print(Samples samples, Markdown text) {
    text.line(
            "\n## Starts: Spring Boot with JPA until it serves requests, and a program that does"
                + " nothing\n")
        .header(
            "",
            "Spring Boot, CPU s",
            "added",
            "wall s",
            "added",
            "nothing, CPU ms",
            "added",
            "× an agent that does nothing");
    double empty = samples.of(Peers.EMPTY, Figure.EMPTY_CPU_MILLIS).median();
    for (Peer peer : samples.peers()) {
      if (samples.has(peer, Figure.EMPTY_CPU_MILLIS)) {
        boolean none = peer.equals(Peers.NONE);
        Series program = samples.of(peer, Figure.EMPTY_CPU_MILLIS);
        text.row(
            peer.name(),
            spread(samples.of(peer, Figure.START_CPU_MILLIS), 1e3, 2),
            none ? "" : percent(share(samples, peer, Figure.START_CPU_MILLIS)),
            spread(samples.of(peer, Figure.START_WALL_MILLIS), 1e3, 2),
            none ? "" : percent(share(samples, peer, Figure.START_WALL_MILLIS)),
            spread(program, 1, 0),
            none ? "" : number(samples.added(peer, Figure.EMPTY_CPU_MILLIS).median(), 0),
            none ? "" : number(program.median() / empty, 2));
      }
    }
  }

  private static double share(Samples samples, Peer peer, Figure figure) {
    return samples.added(peer, figure).dividedBy(samples.of(Peers.NONE, figure)).median();
  }
}

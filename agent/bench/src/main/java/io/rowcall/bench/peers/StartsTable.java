package io.rowcall.bench.peers;

import static io.rowcall.bench.peers.Markdown.number;
import static io.rowcall.bench.peers.Markdown.percent;
import static io.rowcall.bench.peers.Markdown.spread;

import io.rowcall.bench.peers.Figure.Quantity;
import java.io.IOException;
import java.nio.file.Path;

/** The start of Spring Boot with JPA, and a program that does nothing, from start to exit. */
final class StartsTable implements PeerTable {
  private static final int EMPTY_PROGRAMS = 5;
  private static final Figure START_CPU = new Figure("start", Quantity.CPU_MILLIS);
  private static final Figure START_WALL = new Figure("start", Quantity.WALL_MILLIS);
  private static final Figure NOTHING_CPU = new Figure("nothing", Quantity.CPU_MILLIS);

  private final Path application;

  /**
   * @param application jar of the Spring Boot service
   */
  StartsTable(Path application) {
    this.application = application;
  }

  @Override
  public String name() {
    return "starts";
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
      run.add(START_CPU, start.cpuMillis());
      run.add(START_WALL, start.wallMillis());
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
    run.add(NOTHING_CPU, programs.median());
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
    double empty = samples.of(Peers.EMPTY, NOTHING_CPU).median();
    for (Peer peer : samples.peers()) {
      if (samples.has(peer, NOTHING_CPU)) {
        boolean none = peer.equals(Peers.NONE);
        Series program = samples.of(peer, NOTHING_CPU);
        text.row(
            peer.name(),
            spread(samples.of(peer, START_CPU), 1e3, 2),
            none ? "" : percent(share(samples, peer, START_CPU)),
            spread(samples.of(peer, START_WALL), 1e3, 2),
            none ? "" : percent(share(samples, peer, START_WALL)),
            spread(program, 1, 0),
            none ? "" : number(samples.added(peer, NOTHING_CPU).median(), 0),
            none ? "" : number(program.median() / empty, 2));
      }
    }
  }

  private static double share(Samples samples, Peer peer, Figure figure) {
    return samples.added(peer, figure).dividedBy(samples.of(Peers.NONE, figure)).median();
  }
}

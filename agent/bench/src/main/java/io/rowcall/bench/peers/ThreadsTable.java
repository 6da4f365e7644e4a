package io.rowcall.bench.peers;

import static io.rowcall.bench.peers.Markdown.number;
import static io.rowcall.bench.peers.Markdown.spread;

import io.rowcall.bench.trial.ThroughputTrial;
import java.io.IOException;

/** The request of {@link RequestsTable} on all cores at once, by a few threads and by many. */
final class ThreadsTable implements PeerTable {
  private final int few;
  private final int many;
  private final TrialLength length;

  ThreadsTable(int few, int many, TrialLength length) {
    this.few = few;
    this.many = many;
    this.length = length;
  }

  @Override
  public boolean includes(Peer peer) {
    return !peer.equals(Peers.EMPTY);
  }

  @Override
  public void measure(Peer peer, PeerRun run) throws IOException {
    double[] byFew = trial(peer, run, few);
    run.add(Figure.FEW_THREADS_PER_SECOND, byFew[0]);
    run.add(Figure.FEW_THREADS_CPU_NANOS, byFew[1]);
    double[] byMany = trial(peer, run, many);
    run.add(Figure.MANY_THREADS_PER_SECOND, byMany[0]);
    run.add(Figure.MANY_THREADS_CPU_NANOS, byMany[1]);
  }

  private double[] trial(Peer peer, PeerRun run, int threads) throws IOException {
    return run.trial(
        ThroughputTrial.class,
        peer.wrapper(),
        RequestsTable.QUERIES,
        threads,
        length.warmUpMillis(),
        length.batches() * 200);
  }

  @Override
  public void print(Samples samples, Markdown text) {
    text.line(
            "\n## The same request on H2 on all %d cores at once\n",
            Runtime.getRuntime().availableProcessors())
        .header(
            "",
            few + " threads: requests/s",
            "× none",
            "CPU per request × none",
            many + " threads: requests/s",
            "× none",
            "CPU per request × none");
    for (Peer peer : samples.peers()) {
      if (samples.has(peer, Figure.MANY_THREADS_PER_SECOND)) {
        text.row(
            peer.name(),
            spread(samples.of(peer, Figure.FEW_THREADS_PER_SECOND), 1, 0),
            relative(samples, peer, Figure.FEW_THREADS_PER_SECOND),
            relative(samples, peer, Figure.FEW_THREADS_CPU_NANOS),
            spread(samples.of(peer, Figure.MANY_THREADS_PER_SECOND), 1, 0),
            relative(samples, peer, Figure.MANY_THREADS_PER_SECOND),
            relative(samples, peer, Figure.MANY_THREADS_CPU_NANOS));
      }
    }
  }

  private static String relative(Samples samples, Peer peer, Figure figure) {
    Series ratio = samples.of(peer, figure).dividedBy(samples.of(Peers.NONE, figure));
    return peer.equals(Peers.NONE) ? "" : number(ratio.median(), 2);
  }
}

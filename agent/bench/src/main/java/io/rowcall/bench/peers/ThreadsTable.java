package io.rowcall.bench.peers;

import static io.rowcall.bench.peers.Markdown.number;
import static io.rowcall.bench.peers.Markdown.spread;

import io.rowcall.bench.peers.Figure.Quantity;
import io.rowcall.bench.trial.Database;
import io.rowcall.bench.trial.ThroughputTrial;
import java.io.IOException;
import java.util.List;

/**
 * The request of {@link RequestsTable} on all cores at once. The connections of H2 share its
 * tables, so that its own contention shows; those of PostgreSQL's driver share nothing.
 */
final class ThreadsTable implements PeerTable {
  private final Database database;
  private final String title;
  private final List<Integer> threads;
  private final TrialLength length;

  /**
   * @param title the driver, in words
   * @param threads numbers of threads, each measured separately
   */
  ThreadsTable(Database database, String title, List<Integer> threads, TrialLength length) {
    this.database = database;
    this.title = title;
    this.threads = threads;
    this.length = length;
  }

  @Override
  public String name() {
    return title + ", all cores";
  }

  @Override
  public boolean includes(Peer peer) {
    return !peer.equals(Peers.EMPTY);
  }

  @Override
  public void measure(Peer peer, PeerRun run) throws IOException {
    for (int number : threads) {
      double[] result =
          run.trial(
              ThroughputTrial.class,
              database,
              peer.wrapper(),
              RequestsTable.QUERIES,
              number,
              length.warmUpMillis(),
              length.batches() * 200);
      run.add(figure(number, Quantity.PER_SECOND), result[0]);
      run.add(figure(number, Quantity.CPU_NANOS), result[1]);
    }
  }

  private Figure figure(int threads, Quantity quantity) {
    return new Figure(database + ", " + threads + " threads", quantity);
  }

  @Override
  public void print(Samples samples, Markdown text) {
    text.line(
        "\n## The same request on all %d cores at once: %s",
        Runtime.getRuntime().availableProcessors(), title);
    for (int number : threads) {
      text.line("")
          .header(number + " threads", "requests/s", "× none", "CPU per request, µs", "× none");
      for (Peer peer : samples.peers()) {
        if (samples.has(peer, figure(number, Quantity.PER_SECOND))) {
          row(number, peer, samples, text);
        }
      }
    }
  }

  private void row(int number, Peer peer, Samples samples, Markdown text) {
    Figure perSecond = figure(number, Quantity.PER_SECOND);
    Figure cpu = figure(number, Quantity.CPU_NANOS);
    text.row(
        peer.name(),
        spread(samples.of(peer, perSecond), 1, 0),
        relative(samples, peer, perSecond),
        spread(samples.of(peer, cpu), 1e3, 1),
        relative(samples, peer, cpu));
  }

  private static String relative(Samples samples, Peer peer, Figure figure) {
    Series ratio = samples.of(peer, figure).dividedBy(samples.of(Peers.NONE, figure));
    return peer.equals(Peers.NONE) ? "" : number(ratio.median(), 3);
  }
}

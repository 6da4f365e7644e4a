package io.rowcall.bench.peers;

import static io.rowcall.bench.peers.Markdown.number;
import static io.rowcall.bench.peers.Markdown.percent;
import static io.rowcall.bench.peers.Markdown.spread;

import io.rowcall.bench.peers.Figure.Quantity;
import io.rowcall.bench.trial.Database;
import io.rowcall.bench.trial.RequestTrial;
import java.io.IOException;

/** One request with 20 lookups by primary key, on one thread and one driver. */
final class RequestsTable implements PeerTable {
  static final int QUERIES = 20;

  private final Database database;
  private final String title;
  private final TrialLength length;

  /**
   * @param title the driver, in words
   */
  RequestsTable(Database database, String title, TrialLength length) {
    this.database = database;
    this.title = title;
    this.length = length;
  }

  @Override
  public String name() {
    return title;
  }

  @Override
  public boolean includes(Peer peer) {
    return true;
  }

  @Override
  public void measure(Peer peer, PeerRun run) throws IOException {
    double[] result =
        run.trial(
            RequestTrial.class,
            database,
            peer.wrapper(),
            QUERIES,
            1,
            length.warmUpMillis(),
            length.batches());
    run.add(figure(Quantity.CPU_NANOS), result[0]);
    run.add(figure(Quantity.BYTES), result[1]);
    run.add(figure(Quantity.CLOCK_NANOS), result[2]);
    run.add(figure(Quantity.WARM_UP_REQUESTS), result[3]);
    run.add(figure(Quantity.DRIFT), result[4]);
    run.add(figure(Quantity.PROCESS_NANOS), result[5]);
  }

  private Figure figure(Quantity quantity) {
    return new Figure(database.name(), quantity);
  }

  @Override
  public void print(Samples samples, Markdown text) {
    text.line("\n## One request with %d queries by primary key: %s\n", QUERIES, title)
        .header(
            "",
            "CPU of its thread, µs",
            "added per query, ns",
            "× Rowcall",
            "bytes allocated",
            "added",
            "added per query, ns, with spread",
            "× two clock reads",
            "CPU of all threads, µs",
            "added, µs",
            "requests before",
            "drift");
    for (Peer peer : samples.peers()) {
      if (samples.has(peer, figure(Quantity.CPU_NANOS))) {
        row(peer, samples, text);
      }
    }
    Series clock = samples.of(Peers.NONE, figure(Quantity.CLOCK_NANOS));
    text.line(
        "\nTwo clock reads take %.1f ns (%.1f–%.1f) with none; the ratio is to those in the peer's JVM.",
        clock.median(), clock.min(), clock.max());
  }

  private void row(Peer peer, Samples samples, Markdown text) {
    boolean none = peer.equals(Peers.NONE);
    Figure cpu = figure(Quantity.CPU_NANOS);
    Figure process = figure(Quantity.PROCESS_NANOS);
    Figure bytes = figure(Quantity.BYTES);
    Series added = samples.added(peer, cpu).map(nanos -> nanos / QUERIES);
    double ours = samples.added(Peers.ROWCALL, cpu).median() / QUERIES;
    Series clock = samples.of(peer, figure(Quantity.CLOCK_NANOS));
    text.row(
        peer.name(),
        spread(samples.of(peer, cpu), 1e3, 2),
        none ? "" : number(added.median(), 0),
        none ? "" : number(added.median() / ours, 1),
        spread(samples.of(peer, bytes), 1, 0),
        none ? "" : number(samples.added(peer, bytes).median(), 0),
        none ? "" : spread(added, 1, 0),
        none ? "" : number(added.dividedBy(clock).median(), 1),
        spread(samples.of(peer, process), 1e3, 1),
        none ? "" : number(samples.added(peer, process).median() / 1e3, 1),
        number(samples.of(peer, figure(Quantity.WARM_UP_REQUESTS)).median(), 0),
        percent(samples.of(peer, figure(Quantity.DRIFT)).median()));
  }
}

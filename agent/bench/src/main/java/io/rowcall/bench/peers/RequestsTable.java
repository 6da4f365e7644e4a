package io.rowcall.bench.peers;

import static io.rowcall.bench.peers.Markdown.number;
import static io.rowcall.bench.peers.Markdown.percent;
import static io.rowcall.bench.peers.Markdown.spread;

import io.rowcall.bench.trial.Database;
import io.rowcall.bench.trial.RequestTrial;
import java.io.IOException;

/** One request with 20 lookups by primary key, on one thread, on two drivers. */
final class RequestsTable implements PeerTable {
  static final int QUERIES = 20;

  private final TrialLength length;

  RequestsTable(TrialLength length) {
    this.length = length;
  }

  @Override
  public boolean includes(Peer peer) {
    return !peer.equals(Peers.EMPTY);
  }

  @Override
  public void measure(Peer peer, PeerRun run) throws IOException {
    for (Driver driver : Driver.values()) {
      double[] result =
          run.trial(
              RequestTrial.class,
              driver.database,
              peer.wrapper(),
              QUERIES,
              1,
              length.warmUpMillis(),
              length.batches());
      run.add(driver.cpuNanos, result[0]);
      run.add(driver.bytes, result[1]);
      run.add(driver.clockNanos, result[2]);
      run.add(driver.warmUpRequests, result[3]);
      run.add(driver.drift, result[4]);
    }
  }

  @Override
  public void print(Samples samples, Markdown text) {
    for (Driver driver : Driver.values()) {
      text.line("\n## One request with %d queries by primary key: %s\n", QUERIES, driver.title)
          .header(
              "",
              "CPU of its thread, µs",
              "added per query, ns",
              "× Rowcall",
              "bytes allocated",
              "added",
              "added per query, ns, with spread",
              "× two clock reads",
              "requests before",
              "drift");
      for (Peer peer : samples.peers()) {
        if (samples.has(peer, driver.cpuNanos)) {
          row(peer, driver, samples, text);
        }
      }
      text.line(
          "\nTwo clock reads take %.1f ns (%.1f–%.1f).",
          samples.of(Peers.NONE, driver.clockNanos).median(),
          samples.of(Peers.NONE, driver.clockNanos).min(),
          samples.of(Peers.NONE, driver.clockNanos).max());
    }
  }

  private static void row(Peer peer, Driver driver, Samples samples, Markdown text) {
    boolean none = peer.equals(Peers.NONE);
    Series added = samples.added(peer, driver.cpuNanos).map(nanos -> nanos / QUERIES);
    double ours = samples.added(Peers.ROWCALL, driver.cpuNanos).median() / QUERIES;
    text.row(
        peer.name(),
        spread(samples.of(peer, driver.cpuNanos), 1e3, 2),
        none ? "" : number(added.median(), 0),
        none ? "" : number(added.median() / ours, 1),
        spread(samples.of(peer, driver.bytes), 1, 0),
        none ? "" : number(samples.added(peer, driver.bytes).median(), 0),
        none ? "" : spread(added, 1, 0),
        none ? "" : number(added.dividedBy(samples.of(Peers.NONE, driver.clockNanos)).median(), 1),
        number(samples.of(peer, driver.warmUpRequests).median(), 0),
        percent(samples.of(peer, driver.drift).median()));
  }

  private enum Driver {
    H2(
        Database.H2,
        "H2 2.4 through HikariCP",
        Figure.H2_CPU_NANOS,
        Figure.H2_BYTES,
        Figure.H2_CLOCK_NANOS,
        Figure.H2_WARM_UP_REQUESTS,
        Figure.H2_DRIFT),
    POSTGRESQL(
        Database.POSTGRESQL,
        "PostgreSQL's driver through HikariCP, with a stub server",
        Figure.POSTGRESQL_CPU_NANOS,
        Figure.POSTGRESQL_BYTES,
        Figure.POSTGRESQL_CLOCK_NANOS,
        Figure.POSTGRESQL_WARM_UP_REQUESTS,
        Figure.POSTGRESQL_DRIFT);

    private final Database database;
    private final String title;
    private final Figure cpuNanos;
    private final Figure bytes;
    private final Figure clockNanos;
    private final Figure warmUpRequests;
    private final Figure drift;

    Driver(
        Database database,
        String title,
        Figure cpuNanos,
        Figure bytes,
        Figure clockNanos,
        Figure warmUpRequests,
        Figure drift) {
      this.database = database;
      this.title = title;
      this.cpuNanos = cpuNanos;
      this.bytes = bytes;
      this.clockNanos = clockNanos;
      this.warmUpRequests = warmUpRequests;
      this.drift = drift;
    }
  }
}

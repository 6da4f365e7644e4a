package io.rowcall.bench.peers;

import static io.rowcall.bench.peers.Markdown.number;
import static io.rowcall.bench.peers.Markdown.spread;

import io.rowcall.bench.peers.Figure.Quantity;
import io.rowcall.bench.trial.Database;
import io.rowcall.bench.trial.RequestTrial;
import java.io.IOException;

/** A request of 500 lookups with one SQL text, next to one with 250 texts, twice each. */
final class RepeatsTable implements PeerTable {
  private static final int QUERIES = 500;
  private static final Figure N1_CPU = new Figure("N+1", Quantity.CPU_NANOS);
  private static final Figure N1_BYTES = new Figure("N+1", Quantity.BYTES);
  private static final Figure CLEAN_CPU = new Figure("clean", Quantity.CPU_NANOS);
  private static final Figure CLEAN_BYTES = new Figure("clean", Quantity.BYTES);

  private final TrialLength length;

  RepeatsTable(TrialLength length) {
    this.length = length;
  }

  @Override
  public String name() {
    return "N+1";
  }

  @Override
  public boolean includes(Peer peer) {
    return !peer.equals(Peers.EMPTY);
  }

  @Override
  public void measure(Peer peer, PeerRun run) throws IOException {
    double[] repeated = trial(peer, run, 1);
    run.add(N1_CPU, repeated[0]);
    run.add(N1_BYTES, repeated[1]);
    double[] clean = trial(peer, run, QUERIES / 2);
    run.add(CLEAN_CPU, clean[0]);
    run.add(CLEAN_BYTES, clean[1]);
  }

  private double[] trial(Peer peer, PeerRun run, int texts) throws IOException {
    return run.trial(
        RequestTrial.class,
        Database.H2,
        peer.wrapper(),
        QUERIES,
        texts,
        length.warmUpMillis(),
        length.batches());
  }

  @Override
  public void print(Samples samples, Markdown text) {
    text.line("\n## One request with %d queries on H2: an N+1, and a clean one\n", QUERIES)
        .line("The clean one executes %d statements, twice each.\n", QUERIES / 2)
        .header(
            "",
            "N+1: CPU per query, ns",
            "added",
            "clean: CPU per query, ns",
            "added",
            "added by the N+1 × added by the clean one",
            "N+1: bytes added per query",
            "clean: bytes added per query");
    for (Peer peer : samples.peers()) {
      if (samples.has(peer, CLEAN_CPU)) {
        boolean none = peer.equals(Peers.NONE);
        Series repeated = samples.added(peer, N1_CPU);
        Series clean = samples.added(peer, CLEAN_CPU);
        text.row(
            peer.name(),
            spread(samples.of(peer, N1_CPU), QUERIES, 0),
            none ? "" : spread(repeated, QUERIES, 0),
            spread(samples.of(peer, CLEAN_CPU), QUERIES, 0),
            none ? "" : spread(clean, QUERIES, 0),
            none ? "" : number(repeated.median() / clean.median(), 2),
            none ? "" : number(samples.added(peer, N1_BYTES).median() / QUERIES, 0),
            none ? "" : number(samples.added(peer, CLEAN_BYTES).median() / QUERIES, 0));
      }
    }
  }
}

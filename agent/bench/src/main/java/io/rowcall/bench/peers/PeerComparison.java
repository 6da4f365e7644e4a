package io.rowcall.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures peers, interleaved, so that other load on the machine affects all alike. A peer that
 * fails is measured no further for that table. Keeps every sample.
 */
final class PeerComparison {
  private final List<PeerTable> tables;
  private final Samples samples;
  private final Map<Peer, Path> jars = new HashMap<>();

  PeerComparison(List<PeerTable> tables, List<Peer> peers) {
    this.tables = tables;
    this.samples = new Samples(peers);
  }

  /**
   * Downloads the agents of the peers.
   *
   * @param rowcall Rowcall's jar
   */
  void prepare(Path rowcall, Path downloadFolder) throws IOException, InterruptedException {
    jars.put(Peers.ROWCALL, rowcall);
    jars.put(Peers.RECORDED, rowcall);
    jars.put(Peers.EMPTY, EmptyAgent.jar(Files.createTempDirectory("rowcall-peers")));
    var downloads = new Downloads(downloadFolder);
    for (Peer peer : samples.peers()) {
      Artifact artifact = peer.artifact();
      if (artifact != null) {
        try {
          jars.put(peer, downloads.jar(artifact));
        } catch (IOException unavailable) {
          tables.forEach(table -> samples.fail(peer, table, unavailable));
        }
      }
    }
  }

  Samples run(int rounds) throws InterruptedException {
    long startNanos = System.nanoTime();
    for (int round = 1; round <= rounds; round++) {
      for (PeerTable table : tables) {
        for (Peer peer : samples.peers()) {
          if (table.includes(peer) && !samples.hasFailed(peer, table)) {
            progress(round, rounds, table, peer, startNanos);
            measure(table, peer, round);
          }
        }
      }
    }
    return samples;
  }

  private void measure(PeerTable table, Peer peer, int round) throws InterruptedException {
    @Nullable Path jar = jars.get(peer);
    try {
      table.measure(peer, new PeerRun(peer, jar, round, samples));
    } catch (IOException failed) {
      samples.fail(peer, table, failed);
    }
  }

  @SuppressWarnings("SystemOut") // Progress goes to stderr.
  private static void progress(int round, int rounds, PeerTable table, Peer peer, long startNanos) {
    System.err.printf(
        Locale.ROOT,
        "round %d of %d, %s, %s (%.0f s so far)%n",
        round,
        rounds,
        table.name(),
        peer.name(),
        (System.nanoTime() - startNanos) / 1e9);
  }
}

package io.rowcall.bench.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.bench.peers.Figure.Quantity;
import io.rowcall.bench.trial.Database;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerReportTest {
  @Test
  void showsWhatAPeerAddsPerQueryAndItsRatios() {
    var samples = new Samples(List.of(Peers.NONE, Peers.ROWCALL));
    request(samples, Peers.NONE, 20_000, 40_000);
    request(samples, Peers.ROWCALL, 24_000, 40_640);
    String report =
        new PeerReport(List.of(new RequestsTable(Database.H2, "H2", TrialLength.FULL)), samples)
            .text(1, TrialLength.FULL);
    assertTrue(
        report.contains(
            "| Rowcall | 24.00 (24.00–24.00) | 200 | 1.0 | 40640 (40640–40640) | 640"
                + " | 200 (200–200) | 4.0 |"),
        report);
    assertTrue(report.contains("not a measurement"), report);
  }

  private static void request(Samples samples, Peer peer, double cpuNanos, double bytes) {
    samples.add(peer, new Figure(Database.H2.name(), Quantity.CPU_NANOS), 1, cpuNanos);
    samples.add(peer, new Figure(Database.H2.name(), Quantity.BYTES), 1, bytes);
    samples.add(peer, new Figure(Database.H2.name(), Quantity.CLOCK_NANOS), 1, 50);
  }
}

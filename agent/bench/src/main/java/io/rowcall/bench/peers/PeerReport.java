package io.rowcall.bench.peers;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Markdown report of a comparison: its conditions, its tables, and the settings of each peer. */
final class PeerReport {
  private final List<PeerTable> tables;
  private final Samples samples;

  PeerReport(List<PeerTable> tables, Samples samples) {
    this.tables = tables;
    this.samples = samples;
  }

  String text(int rounds, TrialLength length) {
    var text = new Markdown();
    text.line("# Rowcall and its peers\n")
        .line(
            "Medians (minimum–maximum) of %d alternating rounds, %s, Java %s, %s, %d cores shared"
                + " with other work:",
            rounds,
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("java.version"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors())
        .line(
            "read the ratios. \"Added\" is the median of the differences to *none* in the same"
                + " round. Every figure comes from a\nJVM of its own. Requests run in process, with"
                + " stub requests and responses; CPU and bytes are those of the\nrequest's thread."
                + " Warm-up: at least %d s, at most %d s, until the medians of 10 batches and of"
                + " the 10 before differ by\nless than 2 %%; *drift* compares the last third of"
                + " the %d measured batches with the first.\n"
                + "`java -jar agent/bench/target/rowcall-bench.jar peers` measures again.",
            length.warmUpMillis() / 1_000, 4 * length.warmUpMillis() / 1_000, length.batches());
    if (rounds == 1 || length.equals(TrialLength.QUICK)) {
      text.line("\n**One round, or shortened trials: a sample of the report, not a measurement.**");
    }
    tables.forEach(table -> table.print(samples, text));
    footnotes(text);
    return text.toString();
  }

  private void footnotes(Markdown text) {
    text.line(
        "\nEach peer runs as its users run it, with its default instrumentations, and with settings"
            + " that keep it from sending\nanything:\n");
    for (Peer peer : samples.peers()) {
      if (!peer.isOwn()) {
        text.line("%s", "- " + peer.name() + " " + settings(peer));
      }
    }
    for (Peer peer : samples.peers()) {
      samples
          .failures(peer)
          .forEach(
              (table, reason) ->
                  text.line("\n%s failed, %s: %s", peer.name(), table.name(), reason));
    }
  }

  private static String settings(Peer peer) {
    var text = new StringBuilder("(" + peer.license() + ")");
    Artifact artifact = peer.artifact();
    if (artifact != null) {
      text.append(": `").append(artifact.coordinates()).append('`');
    }
    peer.settings().forEach(setting -> text.append(" `").append(setting).append('`'));
    peer.files().forEach((name, file) -> text.append(" `" + name + "`: `" + file + "`"));
    return text.toString();
  }
}

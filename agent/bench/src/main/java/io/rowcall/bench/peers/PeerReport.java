package io.rowcall.bench.peers;

import io.rowcall.bench.peers.PeerComparison.Figure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Markdown report of the samples: medians, spread, overhead and ratios. */
final class PeerReport {
  private final Map<Peer, Map<Figure, List<Double>>> samples;
  private final Map<Peer, String> failures;

  PeerReport(Map<Peer, Map<Figure, List<Double>>> samples, Map<Peer, String> failures) {
    this.samples = samples;
    this.failures = failures;
  }

  String text(int rounds) {
    var text = new StringBuilder();
    text.append("# Rowcall and its peers\n\n")
        .append("Medians (minimum–maximum) of ")
        .append(rounds)
        .append(" alternating rounds, ")
        .append(LocalDate.now(ZoneOffset.UTC))
        .append(", Java ")
        .append(System.getProperty("java.version"))
        .append(", ")
        .append(System.getProperty("os.arch"))
        .append(", ")
        .append(Runtime.getRuntime().availableProcessors())
        .append(" cores shared with other work:\nread the ratios. ")
        .append("`java -jar agent/bench/target/rowcall-bench.jar peers` measures again.\n\n");
    request(text);
    start(text);
    footnotes(text);
    return text.toString();
  }

  private void request(StringBuilder text) {
    text.append("## One servlet request with ")
        .append(ServletService.QUERIES)
        .append(" queries by primary key on H2, through HikariCP in Tomcat 9\n\n")
        .append("| | CPU of its thread, µs | added per query, ns | × Rowcall ")
        .append("| bytes allocated | added |\n|---|---|---|---|---|---|\n");
    for (Peer peer : samples.keySet()) {
      if (has(peer, Figure.REQUEST_CPU_NANOS)) {
        double added = added(peer, Figure.REQUEST_CPU_NANOS) / ServletService.QUERIES;
        double ours = added(rowcall(), Figure.REQUEST_CPU_NANOS) / ServletService.QUERIES;
        row(
            text,
            peer.name(),
            spread(peer, Figure.REQUEST_CPU_NANOS, 1_000),
            isNone(peer) ? "" : format("%.0f", added),
            isNone(peer) ? "" : format("%.1f", added / ours),
            spread(peer, Figure.REQUEST_BYTES, 1),
            isNone(peer) ? "" : format("%.0f", added(peer, Figure.REQUEST_BYTES)));
      }
    }
  }

  private void start(StringBuilder text) {
    text.append(
            "\n## Starts: Spring Boot with JPA until it serves requests, and a program that does nothing\n\n")
        .append("| | Spring Boot, CPU s | added | wall s | added | nothing, CPU ms | added |\n")
        .append("|---|---|---|---|---|---|---|\n");
    for (Peer peer : samples.keySet()) {
      if (has(peer, Figure.IDLE_CPU_MILLIS)) {
        row(
            text,
            peer.name(),
            spread(peer, Figure.START_CPU_MILLIS, 1_000),
            isNone(peer) ? "" : percent(peer, Figure.START_CPU_MILLIS),
            spread(peer, Figure.START_WALL_MILLIS, 1_000),
            isNone(peer) ? "" : percent(peer, Figure.START_WALL_MILLIS),
            spread(peer, Figure.IDLE_CPU_MILLIS, 1),
            isNone(peer) ? "" : format("%.0f", added(peer, Figure.IDLE_CPU_MILLIS)));
      }
    }
  }

  private void footnotes(StringBuilder text) {
    text.append("\nEach peer runs with options that keep it from sending anything:\n\n");
    for (Peer peer : samples.keySet()) {
      if (peer.coordinates() != null || peer.isWrapper()) {
        text.append("- ").append(peer.name()).append(" (").append(peer.license()).append(")");
        if (peer.coordinates() != null) {
          text.append(": `").append(peer.coordinates()).append("`");
        }
        for (String setting : peer.settings()) {
          text.append(" `").append(setting).append('`');
        }
        String failure = failures.get(peer);
        text.append(failure == null ? "" : "; it failed: " + failure).append('\n');
      }
    }
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static boolean isNone(Peer peer) {
    return peer.name().equals(Peer.NONE);
  }

  private boolean has(Peer peer, Figure figure) {
    return samples.getOrDefault(peer, Map.of()).containsKey(figure);
  }

  private Peer rowcall() {
    return samples.keySet().stream()
        .filter(peer -> peer.name().equals(Peer.ROWCALL))
        .findFirst()
        .orElseThrow();
  }

  private String percent(Peer peer, Figure figure) {
    return format(
        "+%.0f %%", 100 * added(peer, figure) / (median(peer, figure) - added(peer, figure)));
  }

  /** What it costs beyond none, as the difference of the medians. */
  private double added(Peer peer, Figure figure) {
    Peer none = samples.keySet().iterator().next();
    return median(peer, figure) - median(none, figure);
  }

  private double median(Peer peer, Figure figure) {
    List<Double> sorted = sorted(peer, figure);
    return sorted.get(sorted.size() / 2);
  }

  private String spread(Peer peer, Figure figure, double unit) {
    List<Double> sorted = sorted(peer, figure);
    String pattern = unit == 1 ? "%.0f (%.0f–%.0f)" : "%.2f (%.2f–%.2f)";
    return format(
        pattern,
        sorted.get(sorted.size() / 2) / unit,
        sorted.get(0) / unit,
        sorted.get(sorted.size() - 1) / unit);
  }

  private List<Double> sorted(Peer peer, Figure figure) {
    return samples.getOrDefault(peer, Map.of()).getOrDefault(figure, List.of(Double.NaN)).stream()
        .sorted()
        .toList();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}

package io.rowcall.diff;

import static io.rowcall.text.TerminalText.line;
import static io.rowcall.text.TerminalText.millis;

import io.rowcall.text.Table;
import io.rowcall.text.TextStyle;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints a difference as text. What got worse comes first. */
public final class DiffText {
  private final Difference difference;
  private final int maxRows;
  private final PrintWriter out;
  private final TextStyle style;

  private DiffText(Difference difference, int maxRows, PrintWriter out, TextStyle style) {
    this.difference = difference;
    this.maxRows = maxRows;
    this.out = out;
    this.style = style;
  }

  /**
   * Prints a difference.
   *
   * @param maxRows rows of each list
   */
  public static void print(Difference difference, int maxRows, PrintWriter out, TextStyle style) {
    new DiffText(difference, maxRows, out, style).print();
  }

  private void print() {
    side("base", difference.base());
    side("new ", difference.current());
    endpoints();
    findings();
    statements();
    latencies();
  }

  private void side(String label, Difference.Side side) {
    out.printf(
        Locale.ROOT,
        "%s  %s: %d requests, %.1f queries per request%n",
        label,
        line(side.service()),
        side.requests(),
        side.queriesPerRequest());
  }

  private void endpoints() {
    var changed = heading("Endpoints", difference.endpoints(), EndpointChange::change);
    var table = new Table("", "queries max", "median", "").withTrailingText();
    for (EndpointChange change : changed) {
      table.addRow(
          change.change().label(),
          arrow(change.change(), change.baseMax(), change.newMax()),
          arrow(change.change(), change.baseMedian(), change.newMedian()),
          line(change.endpoint() + calls(change)));
    }
    printTable(table, changed);
  }

  private static String calls(EndpointChange change) {
    return change.baseMaxCalls() == change.newMaxCalls()
        ? ""
        : ", calls max " + change.baseMaxCalls() + " → " + change.newMaxCalls();
  }

  private void findings() {
    var absentEndpoints =
        difference.endpoints().stream()
            .filter(e -> e.change() == Change.GONE)
            .map(EndpointChange::endpoint)
            .collect(Collectors.toSet());
    for (FindingChange change : heading("Findings", difference.findings(), FindingChange::change)) {
      out.printf(
          Locale.ROOT,
          "  %-6s  %s  %s  in %s%s%n          %s%n",
          change.change().label(),
          line(change.id()),
          line(change.type()),
          line(change.endpoint()),
          change.change() == Change.WORSE || change.change() == Change.BETTER
              ? ", repeats " + arrow(change.change(), change.baseRepeats(), change.newRepeats())
              : change.change() == Change.GONE && absentEndpoints.contains(change.endpoint())
                  ? ", which has no requests in the new run"
                  : "",
          line(change.sentence()));
    }
  }

  private void statements() {
    var changed = heading("Statements", difference.statements(), StatementChange::change);
    var table = new Table("", "id", "max per request", "").withTrailingText();
    for (StatementChange change : changed) {
      table.addRow(
          change.change().label(),
          line(change.id()),
          arrow(change.change(), change.baseMax(), change.newMax()),
          Table.truncate(line(change.sql())));
    }
    printTable(table, changed);
  }

  private void latencies() {
    var significant =
        difference.endpoints().stream()
            .filter(e -> e.latencyMillis() != null)
            .filter(e -> latencyVerdict(e) != LatencyChange.Verdict.NOISE)
            .toList();
    long inBoth = difference.endpoints().stream().filter(e -> e.latencyMillis() != null).count();
    out.printf(
        Locale.ROOT,
        "%n%s: showing %d of %d significant, %d in both runs%n",
        style.heading("Latencies"),
        Math.min(maxRows, significant.size()),
        significant.size(),
        inBoth);
    var table = new Table("", "p50 ms", "p95 ms", "").withTrailingText();
    var shown = significant.subList(0, Math.min(maxRows, significant.size()));
    for (EndpointChange change : shown) {
      LatencyChange latency = change.latencyMillis();
      if (latency != null) {
        table.addRow(
            latency.verdict().name().toLowerCase(Locale.ROOT),
            millis(latency.baseP50()) + " → " + millis(latency.newP50()),
            millis(latency.baseP95()) + " → " + millis(latency.newP95()),
            line(change.endpoint()));
      }
    }
    printTable(table, shown);
  }

  private static LatencyChange.Verdict latencyVerdict(EndpointChange endpoint) {
    LatencyChange latency = endpoint.latencyMillis();
    return latency == null ? LatencyChange.Verdict.NOISE : latency.verdict();
  }

  /** Prints the number of each change, and returns the rows to show. */
  private <T> List<T> heading(String title, List<T> all, Function<T, Change> change) {
    var counts = all.stream().collect(Collectors.groupingBy(change, Collectors.counting()));
    List<T> changed = all.stream().filter(item -> change.apply(item) != Change.SAME).toList();
    out.printf(
        Locale.ROOT,
        "%n%s: %s; showing %d of %d that differ%n",
        style.heading(title),
        Arrays.stream(Change.values())
            .map(kind -> counts.getOrDefault(kind, 0L) + " " + kind.label())
            .collect(Collectors.joining(", ")),
        Math.min(maxRows, changed.size()),
        changed.size());
    return changed.subList(0, Math.min(maxRows, changed.size()));
  }

  private void printTable(Table table, List<?> rows) {
    if (!rows.isEmpty()) {
      out.print(table);
    }
  }

  private static String arrow(Change change, long base, long now) {
    return switch (change) {
      case NEW -> Long.toString(now);
      case GONE -> Long.toString(base);
      default -> base == now ? Long.toString(now) : base + " → " + now;
    };
  }
}

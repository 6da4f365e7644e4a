package io.rowcall.cli.diff;

import static io.rowcall.cli.TerminalText.line;
import static io.rowcall.cli.TerminalText.millis;

import io.rowcall.cli.Table;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** A difference for people: what got worse first. */
final class DiffText {
  private final Difference difference;
  private final int top;
  private final PrintWriter out;
  private final Ansi ansi;

  DiffText(Difference difference, int top, PrintWriter out, Ansi ansi) {
    this.difference = difference;
    this.top = top;
    this.out = out;
    this.ansi = ansi;
  }

  void print() {
    side("base", difference.base());
    side("new ", difference.now());
    endpoints();
    findings();
    statements();
    latencies();
  }

  private void side(String which, Difference.Side side) {
    out.printf(
        Locale.ROOT,
        "%s  %s: %d requests, %.1f queries per request%n",
        which,
        line(side.service()),
        side.requests(),
        side.queriesPerRequest());
  }

  private void endpoints() {
    var changed = heading("Endpoints", difference.endpoints(), EndpointChange::change);
    var table = new Table("", "queries at most", "in the median", "").textAtEnd();
    for (EndpointChange one : changed) {
      table.row(
          one.change().word(),
          arrow(one.change(), one.baseMax(), one.newMax()),
          arrow(one.change(), one.baseMedian(), one.newMedian()),
          line(one.endpoint()));
    }
    print(table, changed);
  }

  private void findings() {
    var notAsked =
        difference.endpoints().stream()
            .filter(e -> e.change() == Change.GONE)
            .map(EndpointChange::endpoint)
            .collect(Collectors.toSet());
    for (FindingChange one : heading("Findings", difference.findings(), FindingChange::change)) {
      out.printf(
          Locale.ROOT,
          "  %-6s  %s  %s  in %s%s%n          %s%n",
          one.change().word(),
          line(one.id()),
          line(one.type()),
          line(one.endpoint()),
          one.change() == Change.WORSE || one.change() == Change.BETTER
              ? ", repeats " + arrow(one.change(), one.baseRepeats(), one.newRepeats())
              : one.change() == Change.GONE && notAsked.contains(one.endpoint())
                  ? ", which the new run did not ask for"
                  : "",
          line(one.sentence()));
    }
  }

  private void statements() {
    var changed = heading("Statements", difference.statements(), StatementChange::change);
    var table = new Table("", "id", "at most in a request", "").textAtEnd();
    for (StatementChange one : changed) {
      table.row(
          one.change().word(),
          line(one.id()),
          arrow(one.change(), one.baseMax(), one.newMax()),
          Table.cut(line(one.sql())));
    }
    print(table, changed);
  }

  private void latencies() {
    var told =
        difference.endpoints().stream()
            .filter(e -> e.latencyMillis() != null)
            .filter(e -> verdict(e) != LatencyChange.Verdict.NOISE)
            .toList();
    long both = difference.endpoints().stream().filter(e -> e.latencyMillis() != null).count();
    out.printf(
        Locale.ROOT,
        "%n%s: showing %d of %d that differ by more than noise, %d in both%n",
        ansi.string("@|bold Latencies|@"),
        Math.min(top, told.size()),
        told.size(),
        both);
    var table = new Table("", "p50 ms", "p95 ms", "").textAtEnd();
    var shown = told.subList(0, Math.min(top, told.size()));
    for (EndpointChange one : shown) {
      LatencyChange latency = one.latencyMillis();
      if (latency != null) {
        table.row(
            latency.verdict().name().toLowerCase(Locale.ROOT),
            millis(latency.baseP50()) + " → " + millis(latency.newP50()),
            millis(latency.baseP95()) + " → " + millis(latency.newP95()),
            line(one.endpoint()));
      }
    }
    print(table, shown);
  }

  private static LatencyChange.Verdict verdict(EndpointChange endpoint) {
    LatencyChange latency = endpoint.latencyMillis();
    return latency == null ? LatencyChange.Verdict.NOISE : latency.verdict();
  }

  /** Prints how many of each change there are. Returns those to show. */
  private <T> List<T> heading(String what, List<T> all, Function<T, Change> change) {
    var counts = all.stream().collect(Collectors.groupingBy(change, Collectors.counting()));
    List<T> changed = all.stream().filter(one -> change.apply(one) != Change.SAME).toList();
    out.printf(
        Locale.ROOT,
        "%n%s: %s; showing %d of %d that differ%n",
        ansi.string("@|bold " + what + "|@"),
        Arrays.stream(Change.values())
            .map(one -> counts.getOrDefault(one, 0L) + " " + one.word())
            .collect(Collectors.joining(", ")),
        Math.min(top, changed.size()),
        changed.size());
    return changed.subList(0, Math.min(top, changed.size()));
  }

  private void print(Table table, List<?> rows) {
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

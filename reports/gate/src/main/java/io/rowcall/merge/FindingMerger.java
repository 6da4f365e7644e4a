package io.rowcall.merge;

import io.rowcall.format.CallSite;
import io.rowcall.format.Example;
import io.rowcall.format.Finding;
import io.rowcall.format.Parent;
import io.rowcall.format.ReportWriter;
import io.rowcall.format.StatementRef;
import io.rowcall.format.read.ReportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Merges one finding of all reports. Costs add up. Verdict, sentence, saving, statements, call
 * sites, parent and evidence come from the representative: the finding with the strongest verdict,
 * and among those the one with the most repeats. The example is the one with the most executions.
 */
final class FindingMerger {
  /** Largest saving first; suspicions without a saving, as on a cold JVM, last. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.verdict.equals("suspect") && f.avoidableMillis <= 0)
          .thenComparing(Comparator.comparingDouble((Finding f) -> f.avoidableMillis).reversed())
          .thenComparing(FindingMerger::key);

  private static final Pattern SEEN_IN = Pattern.compile("seen in \\d+ requests?");
  private static final List<String> VERDICTS = List.of("suspect", "likely", "confirmed");
  private static final int BYTES = 1_500;
  private static final int EXECUTION_BYTES = 150;

  /** Compares only what merging does not change, so that the order of reports does not matter. */
  private static final Comparator<Finding> BY_STRENGTH =
      Comparator.comparingInt((Finding f) -> VERDICTS.indexOf(f.verdict))
          .thenComparingLong(f -> f.repeats.median)
          .thenComparingLong(f -> f.distinctBinds)
          .thenComparingLong(f -> rows(f.parent))
          .thenComparing(f -> f.sentence)
          .thenComparing(FindingMerger::otherContent);

  private static final Comparator<Example> BY_EXECUTIONS =
      Comparator.comparingLong((Example e) -> e.executions)
          .thenComparingDouble(e -> e.durationMs)
          .thenComparing(ReportWriter::text);

  private final UnknownFields unknown = new UnknownFields();
  private final UnknownFields unknownInRepeats = new UnknownFields();
  private Finding representative;
  private @Nullable Example example;
  private long requests;
  private long requestsWithMisses;
  private long avoidableExecutions;
  private double avoidableMillis;
  private long maxRepeats;

  /** Findings whose statements differ only in their columns share an id, but stay separate. */
  static String key(Finding finding) {
    return finding.id + '\n' + (finding.statement == null ? "" : finding.statement.id);
  }

  FindingMerger(Finding first, MemoryBudget memory) throws ReportException {
    representative = first;
    memory.reserve(
        BYTES + textBytes(first) + MemoryBudget.sizeOf(first.id) + MemoryBudget.sizeOf(key(first)));
  }

  synchronized void add(Finding finding, MemoryBudget memory) throws ReportException {
    unknown.add(finding, memory);
    unknownInRepeats.add(finding.repeats, memory);
    requests = OrderFreeSums.add(requests, finding.requests);
    requestsWithMisses = OrderFreeSums.add(requestsWithMisses, finding.requestsWithMisses);
    avoidableExecutions = OrderFreeSums.add(avoidableExecutions, finding.avoidableExecutions);
    avoidableMillis = OrderFreeSums.addMillis(avoidableMillis, finding.avoidableMillis);
    maxRepeats = Math.max(maxRepeats, finding.repeats.max);
    if (finding != representative && BY_STRENGTH.compare(finding, representative) > 0) {
      memory.reserve(Math.max(0, textBytes(finding) - textBytes(representative)));
      representative = finding;
    }
    addExample(finding.example, memory);
  }

  private void addExample(@Nullable Example found, MemoryBudget memory) throws ReportException {
    Example known = example;
    if (found != null && (known == null || BY_EXECUTIONS.compare(found, known) > 0)) {
      int more = found.timeline.size() - (known == null ? 0 : known.timeline.size());
      memory.reserve((long) more * EXECUTION_BYTES);
      example = found;
    }
  }

  Finding merged() {
    Finding finding = representative;
    finding.example = example;
    finding.requests = requests;
    finding.requestsWithMisses = requestsWithMisses;
    finding.avoidableExecutions = avoidableExecutions;
    finding.avoidableMillis = avoidableMillis;
    finding.repeats.max = maxRepeats;
    finding.evidence.replaceAll(
        line ->
            SEEN_IN.matcher(line).matches()
                ? "seen in " + requests + (requests == 1 ? " request" : " requests")
                : line);
    unknownInRepeats.copyTo(finding.repeats);
    unknown.copyTo(finding);
    return finding;
  }

  private static long rows(@Nullable Parent parent) {
    return parent == null ? -1 : parent.rows;
  }

  /** The rest of the content, as JSON: the last criterion, which makes the order total. */
  private static String otherContent(Finding finding) {
    var copy = new Finding();
    copy.type = finding.type;
    copy.endpoint = finding.endpoint;
    copy.statement = finding.statement;
    copy.others = finding.others;
    copy.callSite = finding.callSite;
    copy.secondCallSite = finding.secondCallSite;
    copy.parent = finding.parent;
    copy.saving = finding.saving;
    copy.advice = finding.advice;
    copy.evidence = new ArrayList<>(finding.evidence);
    copy.evidence.removeIf(line -> SEEN_IN.matcher(line).matches());
    return ReportWriter.text(copy);
  }

  private static long frameBytes(@Nullable CallSite site) {
    return site == null ? 0 : 200L * site.callers.size();
  }

  private static long textBytes(Finding finding) {
    long length =
        (long) finding.sentence.length() + finding.saving.length() + finding.advice.length();
    length += finding.statement == null ? 0 : finding.statement.sql.length();
    length += finding.parent == null ? 0 : finding.parent.statement.sql.length();
    for (String line : finding.evidence) {
      length += MemoryBudget.sizeOf(line);
    }
    for (StatementRef other : finding.others) {
      length += other.sql.length();
    }
    return length + frameBytes(finding.callSite) + frameBytes(finding.secondCallSite);
  }
}

package io.rowcall.cli.merge;

import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import io.rowcall.format.Parent;
import io.rowcall.format.ReportException;
import io.rowcall.format.ReportJson;
import io.rowcall.format.StatementRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One finding of all reports. What it costs adds up. The surest report speaks for all, of these the
 * one with the most repeats: its are verdict, sentence, statements, lines, parent and evidence.
 */
final class FindingMerger {
  /** The largest saving first; last what is suspect and saves nothing, as on a cold JVM. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.verdict.equals("suspect") && f.avoidableMillis <= 0)
          .thenComparing(Comparator.comparingDouble((Finding f) -> f.avoidableMillis).reversed())
          .thenComparing(FindingMerger::key);

  private static final Pattern SEEN_IN = Pattern.compile("seen in \\d+ requests?");
  private static final List<String> VERDICTS = List.of("suspect", "likely", "confirmed");
  private static final int BYTES = 1_500;

  /** By what joining does not change, so that the same one speaks in any order. */
  private static final Comparator<Finding> SPEAKER =
      Comparator.comparingInt((Finding f) -> VERDICTS.indexOf(f.verdict))
          .thenComparingLong(f -> f.repeats.median)
          .thenComparingLong(f -> f.distinctBinds)
          .thenComparingLong(f -> rows(f.parent))
          .thenComparing(f -> f.sentence)
          .thenComparing(FindingMerger::rest);

  private final UnknownFields unknown = new UnknownFields();
  private final UnknownFields unknownOfRepeats = new UnknownFields();
  private Finding speaker;
  private long requests;
  private long requestsWithMisses;
  private long avoidableExecutions;
  private double avoidableMillis;
  private long maxRepeats;

  /** Findings whose statements differ in their columns alone have one id, and stay two. */
  static String key(Finding finding) {
    return finding.id + '\n' + (finding.statement == null ? "" : finding.statement.id);
  }

  FindingMerger(Finding first, MemoryBudget weight) throws ReportException {
    speaker = first;
    weight.add(BYTES + texts(first) + MemoryBudget.of(first.id) + MemoryBudget.of(key(first)));
  }

  synchronized void add(Finding one, MemoryBudget weight) throws ReportException {
    unknown.add(one, weight);
    unknownOfRepeats.add(one.repeats, weight);
    requests = OrderFreeSums.of(requests, one.requests);
    requestsWithMisses = OrderFreeSums.of(requestsWithMisses, one.requestsWithMisses);
    avoidableExecutions = OrderFreeSums.of(avoidableExecutions, one.avoidableExecutions);
    avoidableMillis = OrderFreeSums.ofMillis(avoidableMillis, one.avoidableMillis);
    maxRepeats = Math.max(maxRepeats, one.repeats.max);
    if (one != speaker && SPEAKER.compare(one, speaker) > 0) {
      weight.add(Math.max(0, texts(one) - texts(speaker)));
      speaker = one;
    }
  }

  Finding finding() {
    Finding finding = speaker;
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
    unknownOfRepeats.giveTo(finding.repeats);
    unknown.giveTo(finding);
    return finding;
  }

  private static long rows(@Nullable Parent parent) {
    return parent == null ? -1 : parent.rows;
  }

  /** Everything else that the one who speaks says. */
  private static String rest(Finding finding) {
    var said = new Finding();
    said.type = finding.type;
    said.endpoint = finding.endpoint;
    said.statement = finding.statement;
    said.others = finding.others;
    said.callSite = finding.callSite;
    said.secondCallSite = finding.secondCallSite;
    said.parent = finding.parent;
    said.advice = finding.advice;
    said.evidence = new ArrayList<>(finding.evidence);
    said.evidence.removeIf(line -> SEEN_IN.matcher(line).matches());
    return ReportJson.text(said);
  }

  private static long frames(@Nullable CallSite site) {
    return site == null ? 0 : 200L * site.callers.size();
  }

  private static long texts(Finding finding) {
    long length = finding.sentence.length() + finding.advice.length();
    length += finding.statement == null ? 0 : finding.statement.sql.length();
    length += finding.parent == null ? 0 : finding.parent.statement.sql.length();
    for (String line : finding.evidence) {
      length += MemoryBudget.of(line);
    }
    for (StatementRef other : finding.others) {
      length += other.sql.length();
    }
    return length + frames(finding.callSite) + frames(finding.secondCallSite);
  }
}

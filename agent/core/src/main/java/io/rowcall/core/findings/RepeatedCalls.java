package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.findings.nplusone.RepeatedStatement.Form;
import io.rowcall.core.findings.nplusone.RowMatch;
import io.rowcall.core.findings.request.StatementGroup;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Common part of {@link NPlusOneHttp} and {@link NPlusOneCall}: an outgoing call made again and
 * again, for the rows of a query if there is one. Stateless.
 */
final class RepeatedCalls {
  private RepeatedCalls() {}

  static @Nullable Detection detection(RequestCheck check, RepeatedStatement call) {
    if (call.form() != Form.ROW_BY_ROW) {
      return null;
    }
    boolean explained = call.match() != RowMatch.NONE || call.isTight();
    return NPlusOne.detection(
        check, call, explained && !isParallel(call) ? Verdict.LIKELY : Verdict.SUSPECT);
  }

  /** Whether the calls mostly run at the same time, as a loop should make them. */
  private static boolean isParallel(RepeatedStatement call) {
    Request request = call.request();
    StatementGroup group = call.group();
    return group.busyNanos(request) < group.nanos() / 2;
  }

  static Verdict verdict(FindingStats finding) {
    Verdict strongest = finding.strongestVerdict();
    return finding.parallel && strongest == Verdict.SUSPECT
        ? strongest
        : NPlusOne.verdict(finding, finding.isTight() ? Verdict.LIKELY : strongest);
  }

  static String describe(String noun, FindingStats finding) {
    return noun
        + ": "
        + Phrases.statements(finding)
        + " ×"
        + finding.repeats.median()
        + " ("
        + finding.distinct.median()
        + " distinct)"
        + Phrases.at(finding)
        + Phrases.forParent(finding);
  }

  static void addEvidence(FindingStats finding, List<String> evidence) {
    NPlusOne.addEvidence(finding, evidence, "a cache may have answered for the rest");
  }

  /** The advice for equal calls that read; otherwise that of the check. */
  static List<String> advise(FindingStats finding, List<String> advice) {
    return finding.distinct.max() == 1 && isRead(finding)
        ? Collections.singletonList("Call it once, and keep the response for the request.")
        : advice;
  }

  private static boolean isRead(FindingStats finding) {
    String text = finding.statement == null ? "" : finding.statement.text;
    return text.startsWith("GET") || text.startsWith("find ") || text.startsWith("SELECT ");
  }
}

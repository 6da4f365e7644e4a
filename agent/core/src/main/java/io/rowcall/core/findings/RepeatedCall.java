package io.rowcall.core.findings;

import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.findings.nplusone.RepeatedStatement.Form;
import io.rowcall.core.findings.nplusone.RowMatch;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.sql.Dialect;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outgoing call made again and again, for the rows of a query if there is one. */
abstract class RepeatedCall extends RequestCheck {
  private final String noun;

  RepeatedCall(String key, String noun) {
    super(key);
    this.noun = noun;
  }

  /** Whether the check is about calls of this kind. */
  abstract boolean isAbout(CallKind kind);

  /** The advice for calls that differ. */
  abstract List<String> advise(@Nullable CallKind kind, String template);

  @Override
  @Nullable Detection detectCall(RepeatedStatement call) {
    CallKind kind = call.group().statement().callKind;
    if (kind == null || !isAbout(kind) || call.form() != Form.ROW_BY_ROW) {
      return null;
    }
    boolean explained = call.match() != RowMatch.NONE || call.isTight();
    return NPlusOne.detection(
        this, call, explained && !isParallel(call) ? Verdict.LIKELY : Verdict.SUSPECT);
  }

  /** Whether the calls mostly run at the same time, as a loop should make them. */
  private static boolean isParallel(RepeatedStatement call) {
    Request request = call.request();
    StatementGroup group = call.group();
    return group.busyNanos(request) < group.nanos() / 2;
  }

  @Override
  Verdict verdict(FindingStats finding) {
    Verdict strongest = finding.strongestVerdict();
    return finding.parallel && strongest == Verdict.SUSPECT
        ? strongest
        : NPlusOne.verdict(finding, finding.isTight() ? Verdict.LIKELY : strongest);
  }

  @Override
  String describe(FindingStats finding) {
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

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    NPlusOne.addEvidence(finding, evidence, "a cache may have answered for the rest");
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    CallKind kind = finding.statement == null ? null : finding.statement.callKind;
    String template = finding.statement == null ? "" : finding.statement.text;
    return finding.distinct.max() == 1 && isRead(template)
        ? Collections.singletonList("Call it once, and keep the response for the request.")
        : advise(kind, template);
  }

  private static boolean isRead(String template) {
    return template.startsWith("GET")
        || template.startsWith("find ")
        || template.startsWith("SELECT ");
  }

  @Override
  public boolean isNPlusOne() {
    return true;
  }

  @Override
  public boolean isAboutCalls() {
    return true;
  }
}

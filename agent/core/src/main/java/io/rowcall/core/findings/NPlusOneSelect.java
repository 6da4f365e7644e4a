package io.rowcall.core.findings;

import io.rowcall.core.config.Config;
import io.rowcall.core.findings.nplusone.MissingParent;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.findings.nplusone.RepeatedStatement.Form;
import io.rowcall.core.findings.nplusone.RowMatch;
import io.rowcall.core.sql.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query that a request executes once for each row of another query. */
final class NPlusOneSelect extends RequestCheck {
  private final DuplicateCounter duplicates;

  NPlusOneSelect(Config config) {
    super("n+1-select");
    duplicates = new DuplicateCounter(config);
  }

  @Override
  @Nullable Detection detect(RepeatedStatement repeated) {
    if (!repeated.isRead()) {
      return null;
    }
    if (repeated.form() == Form.ROW_BY_ROW) {
      return NPlusOne.detection(this, repeated, verdict(repeated));
    }
    return repeated.isSameForEachRow()
            && duplicates.count(repeated.request(), repeated.group(), repeated.groups())
        ? NPlusOne.detection(this, repeated, Verdict.LIKELY)
        : null;
  }

  private static Verdict verdict(RepeatedStatement repeated) {
    return repeated.match() != RowMatch.NONE
            || repeated.isTight()
            || repeated.missingParent().explainsLoop()
        ? Verdict.LIKELY
        : Verdict.SUSPECT;
  }

  @Override
  Verdict verdict(FindingStats finding) {
    MissingParent missingParent = finding.missingParent();
    return NPlusOne.verdict(
        finding,
        finding.isTight() || missingParent.explainsLoop() ? Verdict.LIKELY : Verdict.SUSPECT);
  }

  @Override
  String describe(FindingStats finding) {
    return "N+1: "
        + Phrases.statements(finding)
        + " ×"
        + finding.repeats.median()
        + " ("
        + (finding.partlyLogged ? "at least " : "")
        + Labels.count(finding.distinct.median(), "distinct bind")
        + ")"
        + Phrases.at(finding)
        + Phrases.forParent(finding);
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    NPlusOne.addEvidence(finding, evidence, "a cache may have answered for the rest");
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    return new NPlusOneSelectAdvice(finding).lines();
  }

  @Override
  public boolean isNPlusOne() {
    return true;
  }

  @Override
  public boolean isAnsweredByWarmCache() {
    return true;
  }
}

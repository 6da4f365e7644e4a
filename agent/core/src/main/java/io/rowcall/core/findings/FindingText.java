package io.rowcall.core.findings;

import io.rowcall.core.sql.Dialect;
import java.util.ArrayList;
import java.util.List;

/** Text of a finding. */
public final class FindingText {
  /** The finding, its place, and the first line of the advice; the same in every run. */
  public final String sentence;

  /** The saving of a fix in one request, with times that vary from run to run; may be empty. */
  public final String saving;

  /** Facts that the verdict rests on, one per line. */
  public final List<String> evidence;

  /** The advice, one to four lines. */
  public final String advice;

  FindingText(String description, String saving, List<String> evidence, List<String> advice) {
    this.sentence = description + ". " + advice.get(0);
    this.saving = saving;
    this.evidence = evidence;
    this.advice = String.join("\n", advice);
  }

  /** Describes a finding of a {@link RequestCheck}. */
  public static FindingText of(FindingStats finding, Dialect dialect) {
    RequestCheck check = finding.check;
    List<String> evidence = new ArrayList<String>(6);
    check.addEvidence(finding, evidence);
    if (finding.isColdOnly()) {
      evidence.add(
          "only in the first requests of the endpoint: a JVM that warms up may be the cause, and"
              + " more requests would tell");
    }
    evidence.add("seen in " + Labels.count(finding.requests, "request"));
    return new FindingText(
        check.describe(finding), check.saving(finding), evidence, check.advise(finding, dialect));
  }
}

package io.rowcall.core.findings;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import org.jspecify.annotations.Nullable;

/** Finding about the whole run. */
public final class RunFinding {
  public final Check check;
  public final Verdict verdict;
  public final String endpoint;
  public final FindingText text;

  /** Distinguishes findings of one check and endpoint, such as the name of a cache. */
  public final String subject;

  public final @Nullable SqlStatement statement;
  public final @Nullable CallSite callSite;
  public final long repeats;
  public final long requests;

  private RunFinding(
      Check check,
      Verdict verdict,
      String endpoint,
      FindingText text,
      String subject,
      @Nullable SqlStatement statement,
      @Nullable CallSite callSite,
      long repeats,
      long requests) {
    this.check = check;
    this.verdict = verdict;
    this.endpoint = endpoint;
    this.text = text;
    this.subject = subject;
    this.statement = statement;
    this.callSite = callSite;
    this.repeats = repeats;
    this.requests = requests;
  }

  /** A finding about a cache or another part of the application. */
  static RunFinding about(
      String subject,
      Check check,
      Verdict verdict,
      String endpoint,
      long repeats,
      FindingText text) {
    return new RunFinding(check, verdict, endpoint, text, subject, null, null, repeats, 1);
  }

  /** A finding about a statement. */
  static RunFinding about(TableScan scan, Check check, Verdict verdict, FindingText text) {
    return new RunFinding(
        check, verdict, scan.endpoint, text, "", scan.statement, scan.callSite, 1, scan.executions);
  }
}

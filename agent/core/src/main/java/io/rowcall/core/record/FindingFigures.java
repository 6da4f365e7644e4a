package io.rowcall.core.record;

import io.rowcall.boot.SqlStatement;
import io.rowcall.core.detect.FindingClass;
import io.rowcall.core.detect.Found;
import io.rowcall.core.detect.Verdict;
import org.jspecify.annotations.Nullable;

/** One finding, over all requests that showed it. */
public final class FindingFigures {
  public final FindingClass type;
  public final String endpoint;
  public final @Nullable SqlStatement statement;

  /**
   * Per request: executions of the statement, distinct binds, the parent's rows, what is avoidable.
   */
  public final Recent repeats = new Recent();

  public final Recent distinct = new Recent();
  public final Recent parentRows = new Recent();
  public final Recent avoidable = new Recent();
  public Verdict verdict = Verdict.SUSPECT;
  public @Nullable CallSite callSite;
  public @Nullable SqlStatement parent;
  public long requests;
  public long avoidableExecutions;
  public long avoidableNanos;

  FindingFigures(FindingClass type, String endpoint, @Nullable SqlStatement statement) {
    this.type = type;
    this.endpoint = endpoint;
    this.statement = statement;
  }

  void add(Found found) {
    requests++;
    repeats.add(found.repeats);
    distinct.add(found.distinctBinds);
    avoidable.add(found.avoidableExecutions);
    avoidableExecutions += found.avoidableExecutions;
    avoidableNanos += found.avoidableNanos;
    if (found.parent != null && (parent == null || found.verdict.compareTo(verdict) > 0)) {
      parent = found.parent;
    }
    if (found.parent != null) {
      parentRows.add(found.parentRows);
    }
    if (found.verdict.compareTo(verdict) > 0) {
      verdict = found.verdict;
    }
    if (callSite == null && found.callSite != null) {
      callSite = (CallSite) found.callSite;
    }
  }
}

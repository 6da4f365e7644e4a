package io.rowcall.core.record;

import io.rowcall.boot.SqlStatement;
import io.rowcall.core.detect.FindingClass;
import io.rowcall.core.detect.Found;
import io.rowcall.core.detect.Verdict;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One finding, over all requests that showed it. */
public final class FindingFigures {
  public final FindingClass type;
  public final String endpoint;
  public final @Nullable SqlStatement statement;
  public final Histogram repeats = new Histogram(3);
  public Verdict verdict = Verdict.SUSPECT;
  public @Nullable CallSite callSite;
  public @Nullable SqlStatement parent;
  public long parentRows;
  public long distinctBinds;
  public long requests;
  public long avoidableExecutions;
  public long avoidableNanos;

  FindingFigures(FindingClass type, String endpoint, @Nullable SqlStatement statement) {
    this.type = type;
    this.endpoint = endpoint;
    this.statement = statement;
    repeats.setAutoResize(true);
  }

  void add(Found found) {
    requests++;
    repeats.recordValue(found.repeats);
    distinctBinds = Math.max(distinctBinds, found.distinctBinds);
    avoidableExecutions += found.avoidableExecutions;
    avoidableNanos += found.avoidableNanos;
    if (found.verdict.compareTo(verdict) > 0 || parent == null) {
      parent = found.parent;
      parentRows = found.parentRows;
    }
    if (found.verdict.compareTo(verdict) > 0) {
      verdict = found.verdict;
    }
    if (callSite == null && found.callSite != null) {
      callSite = (CallSite) found.callSite;
    }
  }
}

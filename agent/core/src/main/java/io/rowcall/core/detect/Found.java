package io.rowcall.core.detect;

import io.rowcall.boot.SqlStatement;
import org.jspecify.annotations.Nullable;

/** What one request shows of one finding. Immutable. */
public final class Found {
  public final FindingClass type;
  public final Verdict verdict;

  /** The repeated or slow statement; null when the finding is about the request. */
  public final @Nullable SqlStatement statement;

  public final long repeats;
  public final long distinctBinds;
  public final @Nullable SqlStatement parent;
  public final long parentRows;
  public final long avoidableExecutions;
  public final long avoidableNanos;

  /** The call site of the statement, when this request has one. */
  public final @Nullable Object callSite;

  Found(
      FindingClass type,
      Verdict verdict,
      @Nullable Group group,
      long repeats,
      long distinctBinds,
      @Nullable SqlStatement parent,
      long parentRows,
      long avoidableExecutions,
      long avoidableNanos) {
    this.type = type;
    this.verdict = verdict;
    this.statement = group == null ? null : group.statement;
    this.callSite = group == null ? null : group.callSite;
    this.repeats = repeats;
    this.distinctBinds = distinctBinds;
    this.parent = parent;
    this.parentRows = parentRows;
    this.avoidableExecutions = avoidableExecutions;
    this.avoidableNanos = avoidableNanos;
  }
}

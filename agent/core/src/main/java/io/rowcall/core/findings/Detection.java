package io.rowcall.core.findings;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.SqlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one request shows of one finding. Written by this package only. */
public final class Detection {
  private static final List<SqlStatement> NONE = Collections.emptyList();

  public final FindingClass type;

  /** The repeated or slow statement; null when the finding is about the request. */
  public final @Nullable SqlStatement statement;

  /** The call site of the statement, when this request has one. Written by this package only. */
  public @Nullable Object callSite;

  /** The pool, when the finding is about a connection. */
  public final @Nullable PoolStats pool;

  final @Nullable StatementGroup group;
  private @Nullable Object secondCallSite;
  private Verdict verdict = Verdict.CONFIRMED;
  private long repeats = 1;
  private long distinctBinds;
  private RowMatch match = RowMatch.NONE;
  private @Nullable SqlStatement parent;
  private @Nullable Object parentCallSite;
  private long parentRows;
  private long avoidableExecutions;
  private long avoidableNanos;
  private long medianNanos;
  private boolean parallel;
  private BindSource source = BindSource.UNKNOWN;
  private @Nullable String sourceColumn;
  private List<SqlStatement> others = NONE;
  private boolean tight;
  private MissingParent cause = MissingParent.UNKNOWN;
  private @Nullable SqlStatement refuted;
  private boolean severalTransactions;

  Detection(FindingClass type, @Nullable StatementGroup group) {
    this.type = type;
    this.group = group;
    this.statement = group == null ? null : group.statement;
    this.callSite = group == null ? null : group.callSite;
    this.pool = null;
  }

  /**
   * @param callSite where the connection was asked for, if that is known
   */
  public Detection(FindingClass type, PoolStats pool, @Nullable Object callSite) {
    this.type = type;
    this.group = null;
    this.statement = null;
    this.callSite = callSite;
    this.pool = pool;
  }

  Detection verdict(Verdict of) {
    verdict = of;
    return this;
  }

  Detection repeats(long executions, long distinct) {
    repeats = executions;
    distinctBinds = distinct;
    return this;
  }

  Detection parent(RowMatch how, @Nullable StatementGroup of, long rows) {
    match = how;
    parent = of == null ? null : of.statement;
    parentCallSite = of == null ? null : of.callSite;
    parentRows = rows;
    return this;
  }

  /** The line that this finding is about, where it is not any of its statement; null: unknown. */
  Detection calledAt(@Nullable Object site) {
    if (site != null) {
      callSite = site;
    }
    return this;
  }

  /** The lines of a question and of the same one asked again. */
  Detection calledAt(CallSitePair pair) {
    secondCallSite = pair.again;
    return calledAt(pair.first);
  }

  Detection saves(long executions, long nanos) {
    avoidableExecutions = executions;
    avoidableNanos = nanos;
    return this;
  }

  Detection each(long nanos, boolean onSeveralThreads) {
    medianNanos = nanos;
    parallel = onSeveralThreads;
    return this;
  }

  Detection source(BindSource of, @Nullable String column) {
    source = of;
    sourceColumn = column;
    return this;
  }

  /** A loop of many different binds at one place, whoever its parent is. */
  Detection tight(boolean isTight) {
    tight = isTight;
    return this;
  }

  Detection cause(MissingParent of) {
    cause = of;
    return this;
  }

  /** A query that its rows speak for, and the values that were read from them against. */
  Detection refuted(@Nullable StatementGroup candidate) {
    refuted = candidate == null ? null : candidate.statement;
    return this;
  }

  Detection inSeveralTransactions(boolean ended) {
    severalTransactions = ended;
    return this;
  }

  /** Takes in a finding of the same loop. */
  void absorb(Detection other) {
    if (others.isEmpty()) {
      others = new ArrayList<SqlStatement>(2);
    }
    if (other.statement != null) {
      others.add(other.statement);
    }
    avoidableExecutions += other.avoidableExecutions;
    avoidableNanos += other.avoidableNanos;
    if (other.match.compareTo(match) > 0) {
      match = other.match;
      parent = other.parent;
      parentRows = other.parentRows;
      parentCallSite = other.parentCallSite;
      source = other.source;
      sourceColumn = other.sourceColumn;
    }
    if (other.verdict.compareTo(verdict) > 0) {
      verdict = other.verdict;
    }
    if (other.cause.compareTo(cause) > 0) {
      cause = other.cause;
    }
    tight |= other.tight;
    severalTransactions |= other.severalTransactions;
  }

  /** Of a duplicate: where the same was asked again, when this request has both lines. */
  public @Nullable Object secondCallSite() {
    return secondCallSite;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** Executions of the statement; for findings about the request, of all. */
  public long repeats() {
    return repeats;
  }

  public long distinctBinds() {
    return distinctBinds;
  }

  /** How the parent's rows explain the repeats. */
  public RowMatch match() {
    return match;
  }

  public @Nullable SqlStatement parent() {
    return parent;
  }

  /** The call site of the parent, when this request has one. */
  public @Nullable Object parentCallSite() {
    return parentCallSite;
  }

  public long parentRows() {
    return parentRows;
  }

  public long avoidableExecutions() {
    return avoidableExecutions;
  }

  public long avoidableNanos() {
    return avoidableNanos;
  }

  /** What the usual one of the executions took; 0 when it was not asked. */
  public long medianNanos() {
    return medianNanos;
  }

  /** Whether the executions ran on several threads at once. */
  public boolean isParallel() {
    return parallel;
  }

  /** Where the binds came from, as far as this request tells. */
  public BindSource source() {
    return source;
  }

  /** The parent's column that the binds were read from, when it is proven and has a name. */
  public @Nullable String sourceColumn() {
    return sourceColumn;
  }

  /** Whether it is a loop of many different binds at one place. */
  public boolean isTight() {
    return tight;
  }

  /** Why there is no parent. */
  public MissingParent cause() {
    return cause;
  }

  /** The query that was no parent after all: none of the binds was read from it. */
  public @Nullable SqlStatement refutedParent() {
    return refuted;
  }

  /** Whether a transaction ended between the executions of a duplicate. */
  public boolean inSeveralTransactions() {
    return severalTransactions;
  }

  /** Other statements of the same loop, in order; the largest groups of too many queries. */
  public List<SqlStatement> others() {
    return others.isEmpty() ? NONE : Collections.unmodifiableList(others);
  }

  void others(List<SqlStatement> statements) {
    others = statements;
  }
}

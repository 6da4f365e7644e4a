package io.rowcall.core.findings;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.findings.nplusone.BindSource;
import io.rowcall.core.findings.nplusone.MissingParent;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.findings.nplusone.RowMatch;
import io.rowcall.core.findings.request.StatementGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Occurrence of a finding in one request. Written by the checks only. */
public final class Detection {
  private static final List<SqlStatement> NONE = Collections.emptyList();

  public final RequestCheck check;

  /** The repeated or slow statement; null when the finding is about the request. */
  public final @Nullable SqlStatement statement;

  /** The pool, when the finding is about a connection. */
  public final @Nullable PoolStats pool;

  final @Nullable StatementGroup group;
  private @Nullable Object callSite;
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
  private long typicalNanos;
  private boolean parallel;
  private BindSource bindSource = BindSource.UNKNOWN;
  private @Nullable String sourceColumn;
  private List<SqlStatement> others = NONE;
  private boolean tight;
  private MissingParent missingParent = MissingParent.UNKNOWN;
  private @Nullable SqlStatement refutedParent;
  private boolean inSeveralTransactions;
  private boolean partlyLogged;

  private Detection(
      RequestCheck check,
      @Nullable StatementGroup group,
      @Nullable PoolStats pool,
      @Nullable Object callSite) {
    this.check = check;
    this.group = group;
    this.statement = group == null ? null : group.statement();
    this.partlyLogged = group != null && !group.isFullyLogged();
    this.pool = pool;
    this.callSite = callSite;
  }

  /** A detection in a statement. */
  static Detection of(RequestCheck check, StatementGroup group) {
    return new Detection(check, group, null, group.callSite());
  }

  /** A detection in the request as a whole. */
  static Detection of(RequestCheck check) {
    return new Detection(check, null, null, null);
  }

  /**
   * A detection in a connection.
   *
   * @param callSite that acquired it, if known
   */
  static Detection of(RequestCheck check, PoolStats pool, @Nullable Object callSite) {
    return new Detection(check, null, pool, callSite);
  }

  Detection verdict(Verdict newVerdict) {
    verdict = newVerdict;
    return this;
  }

  Detection repeats(long executions, long distinct) {
    repeats = executions;
    distinctBinds = distinct;
    return this;
  }

  /** The query whose rows the statement is executed for, or only their number. */
  Detection parent(RowMatch newMatch, @Nullable StatementGroup newParent, long rows) {
    match = newMatch;
    parent = newParent == null ? null : newParent.statement();
    parentCallSite = newParent == null ? null : newParent.callSite();
    parentRows = rows;
    return this;
  }

  /** The parent of a repeated statement, and where its binds come from. */
  Detection parent(RepeatedStatement repeated) {
    StatementGroup refuted = repeated.refutedParent();
    tight = repeated.isTight();
    missingParent = repeated.missingParent();
    refutedParent = refuted == null ? null : refuted.statement();
    bindSource = repeated.bindSource();
    sourceColumn = repeated.sourceColumn();
    return parent(repeated.match(), repeated.parent(), repeated.parentRows());
  }

  /** Overrides the statement's most frequent call site, unless null. */
  Detection callSite(@Nullable Object newCallSite) {
    if (newCallSite != null) {
      callSite = newCallSite;
    }
    return this;
  }

  Detection callSites(CallSitePair pair) {
    secondCallSite = pair.second;
    return callSite(pair.first);
  }

  Detection avoidable(long executions, long nanos) {
    avoidableExecutions = executions;
    avoidableNanos = nanos;
    return this;
  }

  Detection typicalNanos(long nanos) {
    typicalNanos = nanos;
    return this;
  }

  Detection parallel(boolean isParallel) {
    parallel = isParallel;
    return this;
  }

  Detection inSeveralTransactions(boolean isInSeveral) {
    inSeveralTransactions = isInSeveral;
    return this;
  }

  Detection others(List<SqlStatement> statements) {
    others = statements;
    return this;
  }

  /** Merges the detection of another statement of the same loop into this one. */
  void merge(Detection other) {
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
      bindSource = other.bindSource;
      sourceColumn = other.sourceColumn;
    }
    if (other.verdict.compareTo(verdict) > 0) {
      verdict = other.verdict;
    }
    if (other.missingParent.compareTo(missingParent) > 0) {
      missingParent = other.missingParent;
    }
    tight |= other.tight;
    partlyLogged |= other.partlyLogged;
    inSeveralTransactions |= other.inSeveralTransactions;
  }

  /** Whether the detection is about a statement, alone or among others. */
  boolean includes(StatementGroup candidate) {
    return group == candidate || others.contains(candidate.statement());
  }

  /** The line that this request executed it at, if known. */
  @Nullable Object callSite() {
    return callSite;
  }

  /** The line of the repetition of a duplicate, when this request has both. */
  @Nullable Object secondCallSite() {
    return secondCallSite;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** Executions of the statement; of the whole request for findings about it. */
  long repeats() {
    return repeats;
  }

  long distinctBinds() {
    return distinctBinds;
  }

  /** How the parent's rows explain the executions. */
  RowMatch match() {
    return match;
  }

  @Nullable SqlStatement parent() {
    return parent;
  }

  @Nullable Object parentCallSite() {
    return parentCallSite;
  }

  long parentRows() {
    return parentRows;
  }

  public long avoidableExecutions() {
    return avoidableExecutions;
  }

  long avoidableNanos() {
    return avoidableNanos;
  }

  /** Duration of the median execution, or of the wait or hold; 0 when it was not measured. */
  long typicalNanos() {
    return typicalNanos;
  }

  /** Whether executions overlapped on several threads. */
  boolean isParallel() {
    return parallel;
  }

  BindSource bindSource() {
    return bindSource;
  }

  /** The parent's column that the binds were read from, when it is proven and has a name. */
  @Nullable String sourceColumn() {
    return sourceColumn;
  }

  /** Whether some executions are only counted, because the request's log was full. */
  boolean isPartlyLogged() {
    return partlyLogged;
  }

  /** Whether it is a loop of many distinct binds at one line. */
  boolean isTight() {
    return tight;
  }

  MissingParent missingParent() {
    return missingParent;
  }

  /** A query with a matching number of rows that none of the binds was read from. */
  @Nullable SqlStatement refutedParent() {
    return refutedParent;
  }

  /** Whether a transaction ended between the executions of a duplicate. */
  boolean isInSeveralTransactions() {
    return inSeveralTransactions;
  }

  /** Other statements of the same cause, or the most frequent ones. */
  List<SqlStatement> others() {
    return others.isEmpty() ? NONE : Collections.unmodifiableList(others);
  }
}

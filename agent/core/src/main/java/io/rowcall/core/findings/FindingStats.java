package io.rowcall.core.findings;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.findings.nplusone.BindSource;
import io.rowcall.core.findings.nplusone.MissingParent;
import io.rowcall.core.findings.nplusone.RowMatch;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finding of one endpoint, accumulated over all requests that show it. Not thread-safe. */
public final class FindingStats {
  private static final int MAX_CALL_SITE_DEMANDS = 50;
  private static final int MAX_VALUE_DEMANDS = 4;

  /** From this number of warm requests on, a finding about time is no coincidence. */
  static final int MIN_WARM_REQUESTS = 3;

  /** A finding in fewer than one of this many warm requests is rare. */
  private static final int RARE = 10;

  /**
   * Minimum number of warm requests with a connection to tell a stall of the machine from a habit.
   */
  private static final int MIN_WARM_LEASES = 20;

  /** Minimum number of warm requests without the finding to attribute it to the warm-up. */
  private static final int MIN_WARM_WITHOUT = 5;

  public final RequestCheck check;
  public final String endpoint;
  public final @Nullable SqlStatement statement;

  /** The pool that the finding is about, or null. */
  public final @Nullable PoolStats pool;

  // Per request:
  public final RecentValues repeats = new RecentValues();
  public final RecentValues distinct = new RecentValues();
  public final RecentValues parentRows = new RecentValues();
  final RecentValues avoidable = new RecentValues();
  final RecentValues typicalNanos = new RecentValues();
  final RowCorrelation rowCorrelation = new RowCorrelation();

  public @Nullable CallSite callSite;

  /** The line that repeats a duplicate. */
  public @Nullable CallSite secondCallSite;

  /** Other statements of the same cause, or the most frequent ones. */
  public List<SqlStatement> others = Collections.emptyList();

  /** One of the requests that show the finding; null unless it is among the most expensive. */
  public @Nullable ExampleRequest example;

  /** Requests that show the finding. */
  public long requests;

  /** Of these, requests with a cache miss for every avoidable execution. */
  public long requestsWithMisses;

  public long avoidableExecutions;
  public long avoidableNanos;

  /** Duration of the requests that show the finding, in total. */
  long requestNanos;

  /** Whether executions overlapped on several threads. */
  boolean parallel;

  /** Whether a transaction ended between the executions of a duplicate. */
  boolean inSeveralTransactions;

  /** Whether some executions are only counted: their binds and rows are unknown. */
  public boolean partlyLogged;

  private final @Nullable EndpointRequests endpointRequests;
  private @Nullable SqlStatement parent;
  private @Nullable CallSite parentCallSite;
  private @Nullable SqlStatement refutedParent;
  private RowMatch match = RowMatch.NONE;
  private Verdict verdict = Verdict.SUSPECT;
  private MissingParent missingParent = MissingParent.UNKNOWN;
  private long requestsWithParent;
  private long tightRequests;
  private long warmRequests;
  private boolean proven;
  private boolean refuted;
  private @Nullable String sourceColumn;
  private int valueDemands;
  private int callSiteDemands;

  /**
   * @param endpointRequests of the endpoint; null when only the finding's own are known
   */
  private FindingStats(
      Detection detection, String endpoint, @Nullable EndpointRequests endpointRequests) {
    this.check = detection.check;
    this.endpoint = endpoint;
    this.statement = detection.statement;
    this.pool = detection.pool;
    this.endpointRequests = endpointRequests;
  }

  /** An empty finding, to which its first detection is to be added as well. */
  public static FindingStats of(Detection detection, String endpoint, EndpointRequests requests) {
    return new FindingStats(detection, endpoint, requests);
  }

  /** The finding of a single request, which may be a cold one. */
  public static FindingStats ofSingle(Detection detection, String endpoint, long requestNanos) {
    FindingStats stats = new FindingStats(detection, endpoint, null);
    stats.add(detection, requestNanos, true);
    return stats;
  }

  /**
   * Adds a request that shows the finding.
   *
   * @param cold whether the request belongs to the endpoint's warm-up
   */
  public void add(Detection detection, long nanosOfRequest, boolean cold) {
    requests++;
    if (!cold) {
      warmRequests++;
    }
    if (detection.isTight()) {
      tightRequests++;
    }
    if (detection.missingParent().compareTo(missingParent) > 0) {
      missingParent = detection.missingParent();
    }
    inSeveralTransactions |= detection.isInSeveralTransactions();
    partlyLogged |= detection.isPartlyLogged();
    requestNanos += nanosOfRequest;
    if (detection.repeats() > repeats.max() || others.isEmpty()) {
      others = detection.others();
    }
    repeats.add(detection.repeats());
    distinct.add(detection.distinctBinds());
    avoidable.add(detection.avoidableExecutions());
    if (detection.typicalNanos() > 0) {
      typicalNanos.add(detection.typicalNanos());
    }
    avoidableExecutions += detection.avoidableExecutions();
    if (!cold || !check.isAboutTime()) {
      avoidableNanos += detection.avoidableNanos();
    }
    parallel |= detection.isParallel();
    addParent(detection);
    addBindSource(detection);
    if (detection.verdict().compareTo(verdict) > 0) {
      verdict = detection.verdict();
    }
    addCallSites(detection);
  }

  // ---- Call sites ----

  /** Takes all lines from one request, the first with the most of them. */
  private void addCallSites(Detection detection) {
    CallSite parentSite =
        detection.parent() == parent ? (CallSite) detection.parentCallSite() : null;
    CallSite first = (CallSite) detection.callSite();
    CallSite second = (CallSite) detection.secondCallSite();
    if (weight(first, second, parentSite) > weight(callSite, secondCallSite, parentCallSite)) {
      callSite = first;
      secondCallSite = second;
      parentCallSite = parentSite;
    }
  }

  /** The finding's own line is worth more than both others. */
  private static int weight(
      @Nullable CallSite first, @Nullable CallSite second, @Nullable CallSite parentSite) {
    return (first == null ? 0 : 3) + (second == null ? 0 : 1) + (parentSite == null ? 0 : 1);
  }

  /** Whether to demand missing lines; gives up on stacks without a line of the application. */
  public boolean lacksCallSites() {
    boolean complete =
        callSite != null
            && (!check.hasSecondCallSite() || secondCallSite != null)
            && (parent() == null || parentCallSite != null);
    return !complete && callSiteDemands < MAX_CALL_SITE_DEMANDS;
  }

  /** Counts a demand for the missing lines. */
  public void onCallSitesDemanded() {
    callSiteDemands++;
  }

  // ---- Parent ----

  private void addParent(Detection detection) {
    SqlStatement detected = detection.parent();
    boolean overrules = detection.bindSource() == BindSource.PARENT && !proven;
    boolean better = !proven && detection.match().compareTo(match) > 0;
    if (detected != null
        && (parent == null || overrules || better || (proven && detected == parent))) {
      if (detected != parent) {
        rowCorrelation.clear();
        requestsWithParent = 0;
        parentCallSite = null;
      }
      parent = detected;
      match = detection.match();
    }
    if (detected != null && detected == parent) {
      requestsWithParent++;
      parentRows.add(detection.parentRows());
      rowCorrelation.add(detection.parentRows(), detection.repeats());
    } else if (detected == null && detection.parentRows() > 0) {
      parentRows.add(detection.parentRows());
    }
  }

  /** Keeps what is known of the binds' origin; demands column values while nothing is known. */
  private void addBindSource(Detection detection) {
    SqlStatement detected = detection.parent();
    refuted |= detection.bindSource() == BindSource.ELSEWHERE;
    if (detection.refutedParent() != null) {
      refutedParent = detection.refutedParent();
    }
    if (detection.bindSource() == BindSource.PARENT && detected == parent) {
      proven = true;
      if (sourceColumn == null) {
        sourceColumn = detection.sourceColumn();
      }
    } else if (detection.bindSource() == BindSource.UNKNOWN
        && !proven
        && detected != null
        && detected != detection.statement
        && valueDemands < MAX_VALUE_DEMANDS) {
      valueDemands++;
      detected.resultsToWatch = 1;
    }
  }

  /** The query whose rows the statement is executed for; null when none explains most requests. */
  public @Nullable SqlStatement parent() {
    return isCoincidence() ? null : parent;
  }

  /** The parent's line in a request that shows the finding, if known. */
  public @Nullable CallSite parentCallSite() {
    return parentCallSite;
  }

  public RowMatch match() {
    return isCoincidence() ? RowMatch.NONE : match;
  }

  /**
   * Whether the parent explains few of the requests, or its rows grow and the executions do not.
   */
  private boolean isCoincidence() {
    return check.isNPlusOne()
        && !proven
        && (requestsWithParent * 2 < requests
            || rowCorrelation.isRefuted()
            || (refutedParent != null && parent == refutedParent));
  }

  /** Whether any request had a parent, even if it was a coincidence. */
  boolean hadParent() {
    return parent != null;
  }

  /** Whether the statement bound values that were read from the parent's rows. */
  public boolean isProvenByBinds() {
    return proven && parent() != null;
  }

  /** Whether the statement bound values from elsewhere. */
  public boolean isRefutedByBinds() {
    return refuted && !proven;
  }

  /** The parent's column that the binds were read from; null when it is not known. */
  public @Nullable String sourceColumn() {
    return proven ? sourceColumn : null;
  }

  /** Why no query of its requests is the parent. */
  public MissingParent missingParent() {
    return parent() == null || missingParent == MissingParent.EXISTENCE_CHECK
        ? missingParent
        : MissingParent.UNKNOWN;
  }

  /** Whether most requests of the endpoint show a loop of many distinct binds at one line. */
  boolean isTight() {
    return tightRequests > 0
        && (endpointRequests == null || tightRequests * 2 > endpointRequests.requests());
  }

  // ---- Verdict ----

  /** The certainty of the finding, over all requests. */
  public Verdict verdict() {
    return check.verdict(this);
  }

  /** The strongest verdict of a single request. */
  Verdict strongestVerdict() {
    return verdict;
  }

  /** Requests after the warm-up that show the finding. */
  long warmRequests() {
    return warmRequests;
  }

  /** Whether the finding is about time and only requests of the warm-up have shown it. */
  boolean isColdOnly() {
    return check.isAboutTime() && warmRequests == 0;
  }

  /** Whether enough requests after the warm-up have not shown it: the warm-up was the cause. */
  public boolean isWarmUpEffect() {
    return isColdOnly()
        && endpointRequests != null
        && endpointRequests.warmRequests() >= MIN_WARM_WITHOUT;
  }

  /**
   * Whether the machine is the cause: few of the requests that acquire a connection wait for it or
   * hold it for long, although they all do the same. A thread that is not scheduled executes
   * nothing.
   */
  public boolean isStall() {
    return check.isAboutLeases()
        && endpointRequests != null
        && endpointRequests.warmRequestsWithConnection() >= MIN_WARM_LEASES
        && isRareAmongLeases();
  }

  /** Whether it is rare among the requests that acquire a connection. */
  boolean isRareAmongLeases() {
    return endpointRequests != null
        && warmRequests * RARE < endpointRequests.warmRequestsWithConnection();
  }

  /** Whether it shows occasionally, as on a machine that is busy for a moment. */
  boolean isRare() {
    return endpointRequests != null
        && warmRequests < MIN_WARM_REQUESTS
        && warmRequests * RARE < endpointRequests.warmRequests();
  }
}

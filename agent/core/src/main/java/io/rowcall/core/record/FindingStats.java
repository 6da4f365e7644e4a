package io.rowcall.core.record;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.findings.BindSource;
import io.rowcall.core.findings.Detection;
import io.rowcall.core.findings.FindingClass;
import io.rowcall.core.findings.MissingParent;
import io.rowcall.core.findings.RowMatch;
import io.rowcall.core.findings.Verdict;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One finding, over all requests that showed it. */
public final class FindingStats {
  private static final int MOST_ASKED = 50;
  private static final int MOST_VALUES_ASKED = 4;

  /** Requests after the warm-up from which on a wait is no accident. */
  private static final int LIKELY_FROM = 3;

  /** One in so many requests after the warm-up is rare. */
  private static final int RARE = 10;

  /** Requests after the warm-up that took a connection, of which a few would be the machine's. */
  private static final int MANY_HOLDERS = 20;

  /** Requests after the warm-up that do without it show that it belongs to the warm-up. */
  private static final int ENOUGH_WITHOUT = 5;

  public final FindingClass type;
  public final String endpoint;
  public final @Nullable SqlStatement statement;

  /** The pool that it is about, or null. */
  public final @Nullable PoolStats pool;

  /**
   * Per request: executions of the statement, distinct binds, the parent's rows, what is avoidable,
   * the usual execution's nanoseconds.
   */
  public final RecentValues repeats = new RecentValues();

  public final RecentValues distinct = new RecentValues();
  public final RecentValues parentRows = new RecentValues();
  public final RecentValues avoidable = new RecentValues();
  public final RecentValues medianNanos = new RecentValues();
  public final RowCorrelation growth = new RowCorrelation();

  public @Nullable CallSite callSite;

  /** Where a duplicate is executed again. */
  public @Nullable CallSite secondCallSite;

  /** Whether a transaction ended between the executions of a duplicate. */
  public boolean severalTransactions;

  /** Other statements of the same loop; the largest groups of too many queries. */
  public List<SqlStatement> others = Collections.emptyList();

  public boolean parallel;
  public long requests;

  /** Of these, requests with a cache miss for every execution that is avoidable. */
  public long requestsWithMisses;

  public long avoidableExecutions;
  public long avoidableNanos;

  /** What the requests that show it took together. */
  public long requestNanos;

  private @Nullable SqlStatement parent;
  private @Nullable CallSite parentCallSite;
  private RowMatch match = RowMatch.NONE;
  private Verdict verdict = Verdict.SUSPECT;
  private long explained;
  private boolean proven;
  private boolean refuted;
  private @Nullable String sourceColumn;
  private int valuesAsked;
  private @Nullable SqlStatement refutedParent;
  private final @Nullable EndpointStats at;
  private long tightRequests;
  private long warmRequests;
  private MissingParent cause = MissingParent.UNKNOWN;
  private int asked;

  private FindingStats(Detection found, String endpoint, @Nullable EndpointStats at) {
    this.type = found.type;
    this.endpoint = endpoint;
    this.statement = found.statement;
    this.pool = found.pool;
    this.at = at;
  }

  FindingStats(Detection found, EndpointStats endpoint) {
    this(found, endpoint.name, endpoint);
  }

  /** What a single request shows, which may be a cold one. */
  public static FindingStats ofOne(Detection found, String endpoint, long nanosOfRequest) {
    FindingStats figures = new FindingStats(found, endpoint, null);
    figures.add(found, nanosOfRequest, true);
    return figures;
  }

  /**
   * @param cold whether the request belongs to the endpoint's warm-up
   */
  void add(Detection found, long nanosOfRequest, boolean cold) {
    requests++;
    if (!cold) {
      warmRequests++;
    }
    if (found.isTight()) {
      tightRequests++;
    }
    if (found.cause().compareTo(cause) > 0) {
      cause = found.cause();
    }
    severalTransactions |= found.inSeveralTransactions();
    requestNanos += nanosOfRequest;
    if (found.repeats() > repeats.max() || others.isEmpty()) {
      others = found.others();
    }
    repeats.add(found.repeats());
    distinct.add(found.distinctBinds());
    avoidable.add(found.avoidableExecutions());
    if (found.medianNanos() > 0) {
      medianNanos.add(found.medianNanos());
    }
    avoidableExecutions += found.avoidableExecutions();
    if (!cold || !type.isAboutTime()) {
      avoidableNanos += found.avoidableNanos();
    }
    parallel |= found.isParallel();
    addParent(found);
    addSource(found);
    if (found.verdict().compareTo(verdict) > 0) {
      verdict = found.verdict();
    }
    addCallSites(found);
  }

  /** All lines are of one request, the first that tells most of them. */
  private void addCallSites(Detection found) {
    CallSite parents = found.parent() == parent ? (CallSite) found.parentCallSite() : null;
    CallSite own = (CallSite) found.callSite;
    CallSite second = (CallSite) found.secondCallSite();
    if (known(own, second, parents) > known(callSite, secondCallSite, parentCallSite)) {
      callSite = own;
      secondCallSite = second;
      parentCallSite = parents;
    }
  }

  /** The finding's own line is worth more than what goes with it. */
  private static int known(
      @Nullable CallSite own, @Nullable CallSite second, @Nullable CallSite parents) {
    return (own == null ? 0 : 3) + (second == null ? 0 : 1) + (parents == null ? 0 : 1);
  }

  /** Whether it is worth asking for one: a stack without a line of the application stays so. */
  boolean lacksCallSites() {
    boolean complete =
        callSite != null
            && (type != FindingClass.DUPLICATE || secondCallSite != null)
            && (parent() == null || parentCallSite != null);
    return !complete && asked < MOST_ASKED;
  }

  /** Its endpoint has been asked once more. */
  void askedForCallSites() {
    asked++;
  }

  private void addParent(Detection found) {
    SqlStatement of = found.parent();
    boolean overrules = found.source() == BindSource.PARENT && !proven;
    boolean better = !proven && found.match().compareTo(match) > 0;
    if (of != null && (parent == null || overrules || better || (proven && of == parent))) {
      if (of != parent) {
        growth.clear();
        explained = 0;
        parentCallSite = null;
      }
      parent = of;
      match = found.match();
    }
    if (of != null && of == parent) {
      explained++;
      parentRows.add(found.parentRows());
      growth.add(found.parentRows(), found.repeats());
    } else if (of == null && found.parentRows() > 0) {
      parentRows.add(found.parentRows());
    }
  }

  /** Where the parent is executed in a request that shows this; null when that was not taken. */
  public @Nullable CallSite parentCallSite() {
    return parentCallSite;
  }

  /** Keeps what is known of where the binds came from; asks for more while nothing is. */
  private void addSource(Detection found) {
    SqlStatement of = found.parent();
    refuted |= found.source() == BindSource.ELSEWHERE;
    if (found.refutedParent() != null) {
      refutedParent = found.refutedParent();
    }
    if (found.source() == BindSource.PARENT && of == parent) {
      proven = true;
      if (sourceColumn == null) {
        sourceColumn = found.sourceColumn();
      }
    } else if (found.source() == BindSource.UNKNOWN
        && !proven
        && of != null
        && of != found.statement
        && valuesAsked < MOST_VALUES_ASKED) {
      valuesAsked++;
      of.valuesWanted = 1;
    }
  }

  /** Whether the repeats were seen to bind what they had read from the parent's rows. */
  public boolean isProvenBySource() {
    return proven && parent() != null;
  }

  /** Whether they were seen to bind something else. */
  public boolean isRefutedBySource() {
    return refuted && !proven;
  }

  /** The parent's column that the binds came from; null when that is not known. */
  public @Nullable String sourceColumn() {
    return proven ? sourceColumn : null;
  }

  /** The query whose rows the repeats are made for; null when none explains most requests. */
  public @Nullable SqlStatement parent() {
    return isByChance() ? null : parent;
  }

  public RowMatch match() {
    return isByChance() ? RowMatch.NONE : match;
  }

  private boolean isByChance() {
    return type.isNPlusOne()
        && !proven
        && (explained * 2 < requests
            || growth.isRefuted()
            || (refutedParent != null && parent == refutedParent));
  }

  /** Why no query of its requests is its parent. */
  public MissingParent cause() {
    return parent() == null || cause == MissingParent.EXISTENCE_CHECK
        ? cause
        : MissingParent.UNKNOWN;
  }

  /** Whether most requests of the endpoint show a loop of many different binds at one place. */
  public boolean isTight() {
    return tightRequests > 0 && (at == null || tightRequests * 2 > at.requests);
  }

  /** Whether it is about time, and only requests of the endpoint's warm-up have shown it. */
  public boolean isSeenColdOnly() {
    return type.isAboutTime() && warmRequests == 0;
  }

  /** Whether requests after the warm-up have shown that it was nothing else. */
  boolean isOfWarmUpOnly() {
    return isSeenColdOnly() && at != null && at.warmRequests >= ENOUGH_WITHOUT;
  }

  /** Seen now and then, as on a machine that had other things to do for a moment. */
  private boolean isAccident() {
    return at != null && warmRequests < LIKELY_FROM && warmRequests * RARE < at.warmRequests;
  }

  /**
   * Whether so few of the requests that took a connection kept it, or waited for it, that the cause
   * is not what they do: they all do the same, but a thread that is not run executes nothing.
   */
  public boolean isOfTheMachine() {
    return isAboutConnections() && at != null && at.warmHolders >= MANY_HOLDERS && isRareHolder(at);
  }

  private boolean isAboutConnections() {
    return type == FindingClass.CONNECTION_HELD || type == FindingClass.POOL_WAIT;
  }

  private boolean isRareHolder(EndpointStats endpoint) {
    return warmRequests * RARE < endpoint.warmHolders;
  }

  /** Of reads, what a few requests show is suspect as long as most of the endpoint's do not. */
  private Verdict withoutParent() {
    if (type == FindingClass.N_PLUS_ONE_WRITE) {
      return parent == null ? verdict : Verdict.LIKELY;
    }
    return isTight() || cause().compareTo(MissingParent.NOTHING_BEFORE) > 0
        ? Verdict.LIKELY
        : Verdict.SUSPECT;
  }

  /**
   * How sure it is over all requests: repeats that grow with the parent's rows are proven; a parent
   * that explains few of the requests, or whose rows grow while the repeats do not, was none.
   */
  public Verdict verdict() {
    if (isSeenColdOnly()) {
      return Verdict.SUSPECT;
    }
    if (isAboutConnections()) {
      boolean few = warmRequests < LIKELY_FROM || (at != null && isRareHolder(at));
      return few ? Verdict.SUSPECT : Verdict.LIKELY;
    }
    if (type.isAboutTime() && isAccident()) {
      return Verdict.SUSPECT;
    }
    if (!type.isNPlusOne()) {
      return verdict;
    }
    if (parent == null || isByChance()) {
      return withoutParent();
    }
    if (proven || growth.isProven()) {
      return Verdict.CONFIRMED;
    }
    return isRefutedBySource() && verdict == Verdict.CONFIRMED ? Verdict.LIKELY : verdict;
  }
}

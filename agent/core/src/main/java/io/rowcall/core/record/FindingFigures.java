package io.rowcall.core.record;

import io.rowcall.boot.KnownPool;
import io.rowcall.boot.SqlStatement;
import io.rowcall.core.detect.FindingClass;
import io.rowcall.core.detect.Found;
import io.rowcall.core.detect.Match;
import io.rowcall.core.detect.Source;
import io.rowcall.core.detect.Verdict;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One finding, over all requests that showed it. */
public final class FindingFigures {
  private static final int MOST_ASKED = 50;
  private static final int MOST_VALUES_ASKED = 4;

  /** Requests from which on it is not only because classes are loaded, or a pool fills itself. */
  private static final int LIKELY_FROM = 3;

  public final FindingClass type;
  public final String endpoint;
  public final @Nullable SqlStatement statement;

  /** The pool that it is about, or null. */
  public final @Nullable KnownPool pool;

  /**
   * Per request: executions of the statement, distinct binds, the parent's rows, what is avoidable,
   * the usual execution's nanoseconds.
   */
  public final Recent repeats = new Recent();

  public final Recent distinct = new Recent();
  public final Recent parentRows = new Recent();
  public final Recent avoidable = new Recent();
  public final Recent medianNanos = new Recent();
  public final Growth growth = new Growth();

  public @Nullable CallSite callSite;

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
  private Match match = Match.NONE;
  private Verdict verdict = Verdict.SUSPECT;
  private long explained;
  private boolean proven;
  private boolean refuted;
  private @Nullable String sourceColumn;
  private int valuesAsked;

  FindingFigures(
      FindingClass type,
      String endpoint,
      @Nullable SqlStatement statement,
      @Nullable KnownPool pool) {
    this.type = type;
    this.endpoint = endpoint;
    this.statement = statement;
    this.pool = pool;
  }

  /** What a single request shows. */
  public static FindingFigures ofOne(Found found, String endpoint, long nanosOfRequest) {
    FindingFigures figures = new FindingFigures(found.type, endpoint, found.statement, found.pool);
    figures.add(found, nanosOfRequest);
    return figures;
  }

  void add(Found found, long nanosOfRequest) {
    requests++;
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
    avoidableNanos += found.avoidableNanos();
    parallel |= found.isParallel();
    addParent(found);
    addSource(found);
    if (found.verdict().compareTo(verdict) > 0) {
      verdict = found.verdict();
    }
    if (callSite == null && found.callSite != null) {
      callSite = (CallSite) found.callSite;
    }
  }

  /** Whether it is worth asking for one: a stack without a line of the application stays so. */
  boolean lacksCallSite() {
    return callSite == null && requests <= MOST_ASKED;
  }

  private void addParent(Found found) {
    SqlStatement of = found.parent();
    boolean overrules = found.source() == Source.PARENT && !proven;
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
      addParentCallSite(found, of);
      parentRows.add(found.parentRows());
      growth.add(found.parentRows(), found.repeats());
    } else if (of == null && found.parentRows() > 0) {
      parentRows.add(found.parentRows());
    }
  }

  /** The same query may come from another line at another endpoint. */
  private void addParentCallSite(Found found, SqlStatement of) {
    if (parentCallSite == null) {
      parentCallSite = (CallSite) found.parentCallSite();
      if (parentCallSite == null && requests <= MOST_ASKED && of.firstSitesWanted < 1) {
        of.firstSitesWanted = 1;
      }
    }
  }

  /** Where the parent is executed at this endpoint; null when that was not taken. */
  public @Nullable CallSite parentCallSite() {
    return parentCallSite;
  }

  /** Keeps what is known of where the binds came from; asks for more while nothing is. */
  private void addSource(Found found) {
    SqlStatement of = found.parent();
    refuted |= found.source() == Source.ELSEWHERE;
    if (found.source() == Source.PARENT && of == parent) {
      proven = true;
      if (sourceColumn == null) {
        sourceColumn = found.sourceColumn();
      }
    } else if (found.source() == Source.UNKNOWN
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

  public Match match() {
    return isByChance() ? Match.NONE : match;
  }

  private boolean isByChance() {
    return type.isNPlusOne() && !proven && (explained * 2 < requests || growth.isRefuted());
  }

  /**
   * How sure it is over all requests: repeats that grow with the parent's rows are proven; a parent
   * that explains few of the requests, or whose rows grow while the repeats do not, was none.
   */
  public Verdict verdict() {
    if (type == FindingClass.CONNECTION_HELD || type == FindingClass.POOL_WAIT) {
      return requests < LIKELY_FROM ? Verdict.SUSPECT : Verdict.LIKELY;
    }
    if (!type.isNPlusOne() || parent == null) {
      return verdict;
    }
    if (isByChance()) {
      return type == FindingClass.N_PLUS_ONE_WRITE ? Verdict.LIKELY : Verdict.SUSPECT;
    }
    if (proven || growth.isProven()) {
      return Verdict.CONFIRMED;
    }
    return isRefutedBySource() && verdict == Verdict.CONFIRMED ? Verdict.LIKELY : verdict;
  }
}

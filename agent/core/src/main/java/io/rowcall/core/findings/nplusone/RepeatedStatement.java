package io.rowcall.core.findings.nplusone;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.request.DistinctCounter;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.KeyColumn;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Analysis of a statement that one request executes several times: row by row, in batches, or
 * neither.
 *
 * <p>Reads need mostly distinct binds and five executions, or three when an earlier query read
 * exactly as many rows and the key column identifies them. Writes need five executions for one row
 * each. Failed executions do not count: what follows them is a retry.
 *
 * <p>Analyzes on demand, once per statement, and is reused from statement to statement. Not
 * thread-safe.
 */
public final class RepeatedStatement {
  /** Form of the repetition. */
  public enum Form {
    OTHER,
    ROW_BY_ROW,
    BATCHES
  }

  private static final int MAX_SAMPLES = 16;

  private final int minRepeats;
  private final int minRepeatsWithParent;
  private final DistinctCounter binds = new DistinctCounter();
  private final ParentFinder parents = new ParentFinder();
  private final Provenance provenance = new Provenance();

  /** Reused: every request that shows an N+1 needs a median. */
  private final long[] samples = new long[MAX_SAMPLES];

  private @Nullable Request request;
  private StatementGroup group = new StatementGroup();
  private StatementGroups groups = new StatementGroups();
  private @Nullable Form form;
  private long repeats;
  private long distinct;
  private BindSource source = BindSource.UNKNOWN;
  private @Nullable StatementGroup refuted;
  private MissingParent missingParent = MissingParent.UNKNOWN;
  private boolean tight;

  public RepeatedStatement(Config config) {
    minRepeats = config.count(Setting.N1_REPEATS);
    minRepeatsWithParent = Math.min(config.count(Setting.N1_CONFIRMED), minRepeats);
  }

  /** Resets the analysis to another statement. */
  public void reset(Request newRequest, StatementGroup newGroup, StatementGroups newGroups) {
    request = newRequest;
    group = newGroup;
    groups = newGroups;
    form = null;
    parents.clear();
    clear();
  }

  private void clear() {
    repeats = 0;
    distinct = 0;
    source = BindSource.UNKNOWN;
    refuted = null;
    missingParent = MissingParent.UNKNOWN;
    tight = false;
  }

  /** How the statement is repeated; the other properties are those of this form. */
  public Form form() {
    Form known = form;
    if (known == null) {
      known = analyze();
      form = known;
    }
    return known;
  }

  private Form analyze() {
    if (group.successes() < minRepeatsWithParent) {
      return Form.OTHER;
    }
    if (group.statement().isCall()) {
      return analyzeCall();
    }
    switch (group.kind()) {
      case INSERT:
      case UPDATE:
      case DELETE:
      case MERGE:
      case SELECT:
      case OTHER:
      case CALL:
        return isRead() ? analyzeRead() : analyzeWrite();
      default:
        return Form.OTHER;
    }
  }

  /** Whether the statement reads; a call reads when it returns rows. */
  public boolean isRead() {
    StatementKind kind = group.kind();
    return kind == StatementKind.SELECT
        || kind == StatementKind.OTHER
        || (kind == StatementKind.CALL && group.rows() > 0);
  }

  private Form analyzeRead() {
    Request current = request();
    repeats = group.successes();
    distinct = binds.countBinds(current, group);
    findParent();
    RowMatch match = parents.match();
    if (!isMostlyDistinct() && !(match == RowMatch.EXACT && distinct > 2)) {
      return Form.OTHER;
    }
    if (repeats < minRepeats && !(match == RowMatch.EXACT && hasIdentifyingKey())) {
      return Form.OTHER;
    }
    if (FalsePositives.isPaging(current, group, match)
        || FalsePositives.isPolling(current, group)) {
      return Form.OTHER;
    }
    boolean proven = source == BindSource.PARENT;
    if (Batches.isBatchedRead(group, groups, match, parents.isNamed(), proven)) {
      return Form.BATCHES;
    }
    tight = TightLoop.isTight(current, group, distinct);
    missingParent = MissingParentReasons.find(current, group, groups, match);
    return Form.ROW_BY_ROW;
  }

  /** An outgoing call: what it sends besides its URL or key is unknown, so equal ones count too. */
  private Form analyzeCall() {
    Request current = request();
    repeats = group.successes();
    if (repeats < minRepeats || FalsePositives.isPolling(current, group)) {
      return Form.OTHER;
    }
    distinct = binds.countBinds(current, group);
    parents.find(current, group, groups, repeats, distinct);
    tight = TightLoop.isTight(current, group, distinct);
    return Form.ROW_BY_ROW;
  }

  private Form analyzeWrite() {
    Request current = request();
    repeats = Batches.countSingleWrites(current, group);
    if (repeats < minRepeats || Batches.isBatchedWrite(group)) {
      return Form.BATCHES;
    }
    if (FalsePositives.isPolling(current, group)) {
      return Form.OTHER;
    }
    distinct = binds.countBinds(current, group);
    findParent();
    return Form.ROW_BY_ROW;
  }

  /**
   * Analyzes a query that is executed with the same binds for each row of its own result or of an
   * earlier query's, such as a formatter that reads all options to find one.
   *
   * @return whether it is one
   */
  public boolean isSameForEachRow() {
    Request current = request();
    clear();
    repeats = group.successes();
    if (group.kind() != StatementKind.SELECT
        || repeats < minRepeats
        || group.errors() > 0
        || !group.isFullyLogged()
        || binds.countBinds(current, group) != 1) {
      return false;
    }
    distinct = 1;
    int rows = current.log.rowsRead(group.firstRow());
    for (int i = 1; i < group.logged(); i++) {
      if (current.log.rowsRead(group.row(i)) != rows) {
        return false;
      }
    }
    return parents.findSameRows(group, groups, rows);
  }

  /** Finds the parent by its number of rows; the origin of the binds overrules it. */
  private void findParent() {
    parents.find(request(), group, groups, repeats, presumedDistinct());
    provenance.analyze(request(), group, groups);
    StatementGroup proven = provenance.proven();
    StatementGroup counted = parents.parent();
    if (proven != null) {
      source = BindSource.PARENT;
      parents.accept(request(), proven, group, repeats, presumedDistinct());
    } else if (counted != null && counted != group && provenance.refutes(counted)) {
      source = BindSource.ELSEWHERE;
      if (!parents.isNamed()) {
        refuted = counted;
        parents.clear();
      }
    }
  }

  /**
   * Distinct binds of all executions: when those in the log all differ, the others are presumed to.
   */
  private long presumedDistinct() {
    return !group.isFullyLogged() && distinct == group.logged() ? repeats : distinct;
  }

  /** Whether more than half of the successful executions have binds of their own. */
  public boolean isMostlyDistinct() {
    return distinct * 2 > group.logged() - Math.min(group.errors(), group.logged());
  }

  /** Whether the key column identifies rows: a few repeats prove nothing otherwise. */
  private boolean hasIdentifyingKey() {
    NormalizedSql normalized = group.normalized();
    String key = normalized == null ? null : KeyColumn.of(normalized);
    return parents.isNamed() || (key != null && KeyColumn.isIdentity(key));
  }

  public Request request() {
    Request current = request;
    if (current == null) {
      throw new IllegalStateException("no statement");
    }
    return current;
  }

  public StatementGroup group() {
    return group;
  }

  public StatementGroups groups() {
    return groups;
  }

  /** Executions for one row each. */
  public long repeats() {
    return repeats;
  }

  public long distinctBinds() {
    return distinct;
  }

  /** The median of at most {@value #MAX_SAMPLES} executions, evenly spread over the log. */
  public long medianNanos() {
    int step = (group.logged() + MAX_SAMPLES - 1) / MAX_SAMPLES;
    int size = 0;
    for (int i = 0; i < group.logged(); i += step) {
      samples[size++] = request().log.elapsedNanos(group.row(i));
    }
    Arrays.sort(samples, 0, size);
    return size == 0 ? 0 : samples[size / 2];
  }

  /** How the parent's rows explain the executions. */
  public RowMatch match() {
    return parents.match();
  }

  /** The query whose rows the statement is executed for, or null. */
  public @Nullable StatementGroup parent() {
    return parents.parent();
  }

  public long parentRows() {
    return parents.rows();
  }

  /** Whether the key column is named after the parent's table. */
  public boolean isNamedAfterParent() {
    return parents.isNamed();
  }

  public BindSource bindSource() {
    return source;
  }

  /** The parent's column that the binds were read from, when it is known. */
  public @Nullable String sourceColumn() {
    return provenance.column();
  }

  /** The query with a matching number of rows that none of the binds was read from, or null. */
  public @Nullable StatementGroup refutedParent() {
    return refuted;
  }

  public MissingParent missingParent() {
    return missingParent;
  }

  /** Whether it is a loop of many distinct binds at one line. */
  public boolean isTight() {
    return tight;
  }
}

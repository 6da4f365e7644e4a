package io.rowcall.core.export;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.findings.KeyColumn;
import io.rowcall.core.findings.MissingParent;
import io.rowcall.core.findings.RowMatch;
import io.rowcall.core.record.CallSite;
import io.rowcall.core.record.FindingStats;
import io.rowcall.core.record.Orm;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a finding: one to four lines that name the tables and the statement to write.
 */
final class Advice {
  private final FindingStats finding;
  private final Dialect dialect;
  private final String table;
  private final @Nullable String key;
  private final @Nullable Orm mapper;
  private final List<String> lines = new ArrayList<String>(4);

  private Advice(FindingStats finding, Dialect dialect) {
    this.finding = finding;
    this.dialect = dialect;
    String named = Labels.table(finding.statement);
    this.table = named == null ? "its table" : named;
    this.key = Labels.key(finding.statement);
    CallSite site = finding.callSite;
    this.mapper = site == null ? null : site.mapper();
  }

  /** The first line stands for itself. */
  static List<String> of(FindingStats finding, Dialect dialect) {
    Advice advice = new Advice(finding, dialect);
    advice.write();
    return advice.lines;
  }

  private void write() {
    switch (finding.type) {
      case N_PLUS_ONE_SELECT:
        read();
        break;
      case N_PLUS_ONE_WRITE:
        rowByRow();
        break;
      case SMALL_BATCH:
        smallBatch();
        break;
      case DUPLICATE:
        duplicate();
        break;
      case SLOW_QUERY:
        lines.add("Look at its plan: EXPLAIN says whether it reads more rows than it returns.");
        if (key != null) {
          lines.add("Is there an index on " + table + "(" + key + ")?");
        }
        break;
      case LARGE_RESULT:
        lines.add("Read a page of " + table + " at a time (LIMIT, by key), and only its columns.");
        lines.add("Where all rows are needed, let the database sum them up, or stream them.");
        break;
      case SEQUENTIAL_QUERIES:
        lines.add("Run them at the same time, each on a connection of its own, or as one query.");
        lines.add("Inside one transaction only the latter sees the same data.");
        break;
      case POOL_WAIT:
        lines.add("Give connections back sooner, before more of them are allowed.");
        break;
      case CONNECTION_HELD:
        lines.add("Shorten the transaction: ask for the connection last, give it back first.");
        lines.add(
            "In Spring: no remote call inside @Transactional; spring.jpa.open-in-view=false.");
        break;
      case CONNECTION_LEAK:
        lines.add("Close it in every case: try (Connection connection = …).");
        break;
      case LOW_CACHE_HIT_RATIO:
        lines.add("Look at its key, its time to live and its size.");
        break;
      case SLOW_REQUEST:
        lines.add("Its executions say how much of the time is the database's.");
        break;
      case TOO_MANY_QUERIES:
        lines.add("Start with " + Labels.of(first(finding.others)) + ", the largest group.");
        break;
    }
  }

  /** A mapper asks again because its session, and what that had loaded, ended in between. */
  private void duplicate() {
    CallSite second = finding.secondCallSite;
    boolean entities = hasFirstLevelCache(mapper);
    boolean either = entities || (second != null && hasFirstLevelCache(second.mapper()));
    if (either && finding.severalTransactions) {
      lines.add("Put one transaction around both: it finds the entity again without asking.");
      lines.add("What save() or merge() is given is then known to the session already.");
      lines.add("Or ask once, and pass the result on.");
      return;
    }
    lines.add("Ask once, pass the result on.");
    lines.add("Where layers cannot share it, keep it for the request, or in a cache.");
    if (either) {
      lines.add("One transaction around both finds the entity again without asking.");
    }
  }

  private static boolean hasFirstLevelCache(@Nullable Orm mapper) {
    return mapper == Orm.HIBERNATE
        || mapper == Orm.ECLIPSELINK
        || mapper == Orm.OPENJPA
        || mapper == Orm.SPRING_DATA;
  }

  private void smallBatch() {
    NormalizedSql scanned = Labels.scanned(finding.statement);
    boolean reads = scanned != null && scanned.kind() == StatementKind.SELECT;
    lines.add(
        (reads ? "Fetch more keys of " : "Send more rows of ") + table + " at a time: some 100.");
    if (mapper == Orm.HIBERNATE) {
      lines.add(
          reads
              ? "In Hibernate: @BatchSize, or hibernate.default_batch_fetch_size."
              : "In Hibernate: hibernate.jdbc.batch_size, with order_inserts and order_updates.");
    }
  }

  private static @Nullable SqlStatement first(List<SqlStatement> statements) {
    return statements.isEmpty() ? null : statements.get(0);
  }

  private void read() {
    NormalizedSql scanned = Labels.scanned(finding.statement);
    String column = changingColumn(scanned);
    String from = " FROM " + table + " WHERE " + column + " IN (…)";
    if (scanned == null) {
      lines.add("Ask once for all rows.");
    } else if (isOneQuestion()) {
      lines.add("Read the rows of " + table + " once, and look each up in memory, by its key.");
      lines.add("In a formatter or a converter: hand it the list, or keep it for the request.");
      return;
    } else if (finding.cause() == MissingParent.EXISTENCE_CHECK) {
      existenceCheck();
      return;
    } else if (scanned.kind() == StatementKind.CALL) {
      lines.add(
          "Give the procedure all keys at once, as an array or a table, or move the loop in.");
      lines.add("A call that returns rows cannot be batched.");
    } else if (finding.match() == RowMatch.OWN_ROWS) {
      lines.add("Walk the tree in the database: WITH RECURSIVE over " + table + ".");
    } else if (scanned.forUpdate()) {
      lines.add("Lock them with one SELECT …" + from + " ORDER BY " + column + " FOR UPDATE.");
      lines.add("Locks that must be taken one by one, each after work on the last, have to stay.");
    } else if (scanned.hasLimit() && isOrdered(scanned)) {
      lines.add("Rank them in one query: ROW_NUMBER() OVER (PARTITION BY " + column + " …).");
      lines.add("Or join the parent to it with LATERAL, which keeps the LIMIT.");
    } else if (isAggregate(scanned)) {
      lines.add(
          "Count them with one SELECT " + column + ", …" + from + " GROUP BY " + column + ".");
    } else if (finding.statement != null && finding.statement.longestList > 1) {
      lines.add("Fetch them with one IN query over the keys of all rounds.");
    } else {
      lines.add("Fetch them with one IN query: SELECT …" + from + ".");
      join(column);
    }
    decide();
    mapped();
  }

  /** Whether each execution asks the same: for the rows of its answer, or of a list of them. */
  private boolean isOneQuestion() {
    return finding.match() == RowMatch.SAME_ROWS
        || (finding.distinct.max() == 1 && finding.match() == RowMatch.EXACT);
  }

  private void existenceCheck() {
    if (mapper == Orm.HIBERNATE || mapper == Orm.SPRING_DATA) {
      lines.add("Tell the mapper which are new, so that it need not look: their ids are assigned.");
      lines.add(
          "In Spring Data: Persistable.isNew(), or a @Version; in JPA: persist(), not merge().");
    } else {
      lines.add("Let one batch decide what is new: INSERT … ON CONFLICT, or MERGE.");
      lines.add("Or look for all of them with one IN query first.");
    }
  }

  /** Whether a LIMIT chooses among the rows of a key: one that orders by the key alone does not. */
  private boolean isOrdered(NormalizedSql scanned) {
    String text = scanned.text();
    int order = text.lastIndexOf(" ORDER BY ");
    if (order < 0 || text.indexOf(')', order) >= 0) {
      return order >= 0;
    }
    String by = text.substring(order + " ORDER BY ".length());
    int end = by.indexOf(' ');
    String column = end < 0 ? by : by.substring(0, end);
    String name = column.substring(column.lastIndexOf('.') + 1);
    return key == null || !name.equalsIgnoreCase(key);
  }

  /** Of several columns without a parent, nobody but the author knows which one changes. */
  private String changingColumn(@Nullable NormalizedSql scanned) {
    if (scanned == null || key == null) {
      return "<key>";
    }
    List<String> columns = KeyColumn.all(scanned);
    return columns.size() == 1 || finding.parent() != null
        ? key
        : "(" + String.join(", ", columns) + ")";
  }

  /** A loop that looks first and writes then can leave the look to the write. */
  private void decide() {
    for (SqlStatement other : finding.others) {
      NormalizedSql scanned = Labels.scanned(other);
      if (scanned != null
          && scanned.kind() == StatementKind.INSERT
          && table.equals(Labels.table(other))) {
        lines.add("Or let one batch decide what is new: INSERT … ON CONFLICT, or MERGE.");
        return;
      }
      if (scanned != null && scanned.kind() == StatementKind.UPDATE) {
        lines.add(
            "The UPDATE " + Labels.table(other) + " of the same loop: as one batch, addBatch.");
        return;
      }
    }
  }

  private void join(String column) {
    String read = Labels.table(finding.parent());
    String source = finding.sourceColumn();
    String known = source == null ? null : Labels.tableOf(finding.parent(), source, column);
    String parent = known == null ? read : known;
    if (parent != null && !parent.equals(table)) {
      String on =
          known == null || known.indexOf(' ') >= 0 || !KeyColumn.isPlain(column)
              ? ""
              : " on " + table + "." + column + " = " + parent + "." + source;
      lines.add(
          "Or join " + table + " to " + parent + on + " in the query that reads " + read + ".");
    } else if (parent == null && column.equalsIgnoreCase("id")) {
      lines.add("Or join " + table + " where its ids are read.");
    }
  }

  private void mapped() {
    if (mapper == null) {
      return;
    }
    switch (mapper) {
      case HIBERNATE:
        if (finding.cause() == MissingParent.CACHE) {
          lines.add(
              "In Hibernate: a cached query keeps ids only. Cache the entity, too (@Cache), or do"
                  + " not cache the query.");
          return;
        }
        lines.add(
            "In Hibernate: JOIN FETCH, @EntityGraph, or @BatchSize on the association"
                + " (hibernate.default_batch_fetch_size for all).");
        break;
      case ECLIPSELINK:
        lines.add("In EclipseLink: JOIN FETCH, or @BatchFetch(BatchFetchType.IN).");
        break;
      case MYBATIS:
        lines.add("In MyBatis: one joined select with a nested result map, no nested select.");
        break;
      case JOOQ:
        lines.add("In jOOQ: MULTISET in the parent's query.");
        break;
      case JDBI:
        lines.add("In Jdbi: @BindList, or a join with reduceRows.");
        break;
      case SPRING_DATA:
        lines.add("In Spring Data: a query of your own with a JOIN, in place of the aggregate's.");
        break;
      case OPENJPA:
      case EBEAN:
        lines.add("In " + mapper.text() + ": fetch the association with the parent's query.");
        break;
    }
  }

  private static boolean isAggregate(NormalizedSql scanned) {
    String text = scanned.text();
    return text.startsWith("SELECT COUNT(")
        || text.startsWith("SELECT SUM(")
        || text.startsWith("SELECT MAX(")
        || text.startsWith("SELECT MIN(")
        || text.startsWith("SELECT AVG(");
  }

  /** How the mapper sends a batch, where the application has to ask it to. */
  private @Nullable String mappersBatch() {
    if (mapper == null) {
      return null;
    }
    switch (mapper) {
      case MYBATIS:
        return "in MyBatis a session with ExecutorType.BATCH";
      case JOOQ:
        return "in jOOQ batch(…) with bind(…) for each";
      case JDBI:
        return "in Jdbi a PreparedBatch, or @SqlBatch";
      case SPRING_DATA:
        return "in Spring Data JDBC saveAll or insertAll";
      default:
        return null;
    }
  }

  private void rowByRow() {
    NormalizedSql scanned = Labels.scanned(finding.statement);
    StatementKind kind = scanned == null ? StatementKind.OTHER : scanned.kind();
    String batch = kind == StatementKind.CALL ? null : mappersBatch();
    if (mapper == Orm.HIBERNATE) {
      lines.add("Send them as one batch: set hibernate.jdbc.batch_size to 50.");
      lines.add("With hibernate.order_inserts and order_updates; IDENTITY keys prevent it.");
    } else if (mapper == Orm.ECLIPSELINK) {
      lines.add("Send them as one batch: set eclipselink.jdbc.batch-writing to JDBC.");
    } else if (batch != null) {
      lines.add("Send them as one batch to " + table + ": " + batch + ".");
    } else if (kind == StatementKind.DELETE && key != null) {
      lines.add("Delete them with one DELETE FROM " + table + " WHERE " + key + " IN (…).");
    } else if (kind == StatementKind.CALL) {
      lines.add("Send the calls as one batch: addBatch for each, executeBatch once.");
      lines.add("Calls with OUT parameters cannot be batched: pass all keys as one array.");
    } else {
      lines.add("Send them as one batch to " + table + ": addBatch for each, executeBatch once.");
    }
    if (kind == StatementKind.INSERT
        && (mapper == null || batch != null)
        && mapper != Orm.SPRING_DATA) {
      lines.add("Or write one INSERT with many rows after VALUES.");
    }
    if (kind == StatementKind.INSERT && dialect == Dialect.POSTGRESQL) {
      lines.add("The driver sends a batch as one INSERT with reWriteBatchedInserts=true.");
    } else if (dialect == Dialect.MYSQL) {
      lines.add("The driver sends a batch in one packet with rewriteBatchedStatements=true.");
    }
  }
}

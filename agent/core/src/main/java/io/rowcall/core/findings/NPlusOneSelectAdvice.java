package io.rowcall.core.findings;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.callsite.Orm;
import io.rowcall.core.findings.nplusone.MissingParent;
import io.rowcall.core.findings.nplusone.RowMatch;
import io.rowcall.core.sql.KeyColumn;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice for {@link NPlusOneSelect}: names the tables and the statement to write instead. */
final class NPlusOneSelectAdvice {
  private final FindingStats finding;
  private final @Nullable NormalizedSql normalized;
  private final String table;
  private final @Nullable String key;
  private final @Nullable Orm mapper;
  private final List<String> lines = new ArrayList<String>(4);

  NPlusOneSelectAdvice(FindingStats finding) {
    this.finding = finding;
    this.normalized = Labels.normalized(finding.statement);
    String name = Labels.table(finding.statement);
    this.table = name == null ? "its table" : name;
    this.key = Labels.keyColumn(finding.statement);
    CallSite site = finding.callSite;
    this.mapper = site == null ? null : site.mapper();
  }

  List<String> lines() {
    if (hasConstantBinds()) {
      lines.add("Read the rows of " + table + " once and look each one up in memory by its key.");
      lines.add("In a formatter or a converter: pass the list in, or keep it for the request.");
    } else if (finding.missingParent() == MissingParent.EXISTENCE_CHECK) {
      addExistenceCheck();
    } else {
      addQuery();
      addWriteOfSameLoop();
      addMapper();
    }
    return lines;
  }

  /** Whether every execution is the same: for the rows of its own result, or of another list. */
  private boolean hasConstantBinds() {
    return finding.match() == RowMatch.SAME_ROWS
        || (finding.distinct.max() == 1 && finding.match() == RowMatch.EXACT);
  }

  private void addExistenceCheck() {
    if (mapper == Orm.HIBERNATE || mapper == Orm.SPRING_DATA) {
      lines.add("Tell the mapper which entities are new: with assigned ids, it has to look.");
      lines.add(
          "In Spring Data: Persistable.isNew(), or a @Version; in JPA: persist(), not merge().");
    } else {
      lines.add("Let one batch decide what is new: INSERT … ON CONFLICT, or MERGE.");
      lines.add("Or look all of them up with one IN query first.");
    }
  }

  private void addQuery() {
    NormalizedSql query = normalized;
    String column = varyingColumn();
    String from = " FROM " + table + " WHERE " + column + " IN (…)";
    if (query == null) {
      lines.add("Execute it once for all rows.");
    } else if (query.kind() == StatementKind.CALL) {
      lines.add(
          "Pass all keys to the procedure at once, as an array or a table, or move the loop into"
              + " it.");
      lines.add("A call that returns rows cannot be batched.");
    } else if (finding.match() == RowMatch.OWN_ROWS) {
      lines.add("Walk the tree in the database: WITH RECURSIVE over " + table + ".");
    } else if (query.forUpdate()) {
      lines.add("Lock them with one SELECT …" + from + " ORDER BY " + column + " FOR UPDATE.");
      lines.add("Locks that each depend on work done under the last one have to stay separate.");
    } else if (query.hasLimit() && isOrdered(query)) {
      lines.add("Rank them in one query: ROW_NUMBER() OVER (PARTITION BY " + column + " …).");
      lines.add("Or join the parent to it with LATERAL, which keeps the LIMIT.");
    } else if (isAggregate(query)) {
      lines.add(
          "Aggregate them with one SELECT " + column + ", …" + from + " GROUP BY " + column + ".");
    } else if (finding.statement != null && finding.statement.longestList > 1) {
      lines.add("Fetch them with one IN query over the keys of all iterations.");
    } else {
      lines.add("Fetch them with one IN query: SELECT …" + from + ".");
      addJoin(column);
    }
  }

  /** Of several columns without a parent, only the author knows which one varies. */
  private String varyingColumn() {
    if (normalized == null || key == null) {
      return "<key>";
    }
    List<String> columns = KeyColumn.all(normalized);
    return columns.size() == 1 || finding.parent() != null
        ? key
        : "(" + String.join(", ", columns) + ")";
  }

  /** Whether the LIMIT chooses among the rows of a key; ordering by the key alone does not. */
  private boolean isOrdered(NormalizedSql query) {
    String text = query.text();
    int order = text.lastIndexOf(" ORDER BY ");
    if (order < 0 || text.indexOf(')', order) >= 0) {
      return order >= 0;
    }
    String expressions = text.substring(order + " ORDER BY ".length());
    int end = expressions.indexOf(' ');
    String column = end < 0 ? expressions : expressions.substring(0, end);
    String name = column.substring(column.lastIndexOf('.') + 1);
    return key == null || !name.equalsIgnoreCase(key);
  }

  private static boolean isAggregate(NormalizedSql query) {
    String text = query.text();
    return text.startsWith("SELECT COUNT(")
        || text.startsWith("SELECT SUM(")
        || text.startsWith("SELECT MAX(")
        || text.startsWith("SELECT MIN(")
        || text.startsWith("SELECT AVG(");
  }

  private void addJoin(String column) {
    String read = Labels.table(finding.parent());
    String source = finding.sourceColumn();
    String known = source == null ? null : Labels.sourceTable(finding.parent(), source, column);
    String parent = known == null ? read : known;
    if (parent != null && !parent.equals(table)) {
      String condition =
          known == null || known.indexOf(' ') >= 0 || !KeyColumn.isPlain(column)
              ? ""
              : " on " + table + "." + column + " = " + parent + "." + source;
      lines.add(
          "Or join "
              + table
              + " to "
              + parent
              + condition
              + " in the query that reads "
              + read
              + ".");
    } else if (parent == null && column.equalsIgnoreCase("id")) {
      lines.add("Or join " + table + " where its ids are read.");
    }
  }

  /** A loop that looks something up before it writes can leave the lookup to the write. */
  private void addWriteOfSameLoop() {
    for (SqlStatement other : finding.others) {
      NormalizedSql write = Labels.normalized(other);
      if (write != null
          && write.kind() == StatementKind.INSERT
          && table.equals(Labels.table(other))) {
        lines.add("Or let one batch decide what is new: INSERT … ON CONFLICT, or MERGE.");
        return;
      }
      if (write != null && write.kind() == StatementKind.UPDATE) {
        lines.add("Batch the UPDATE " + Labels.table(other) + " of the same loop with addBatch.");
        return;
      }
    }
  }

  private void addMapper() {
    if (mapper == null) {
      return;
    }
    switch (mapper) {
      case HIBERNATE:
        lines.add(
            finding.missingParent() == MissingParent.CACHE
                ? "In Hibernate: a cached query keeps only ids. Cache the entity as well (@Cache),"
                    + " or do not cache the query."
                : "In Hibernate: JOIN FETCH, @EntityGraph, or @BatchSize on the association"
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
        lines.add(
            "In Spring Data: a query of your own with a JOIN, instead of loading the aggregate.");
        break;
      case OPENJPA:
      case EBEAN:
        lines.add("In " + mapper.text() + ": fetch the association with the parent's query.");
        break;
    }
  }
}

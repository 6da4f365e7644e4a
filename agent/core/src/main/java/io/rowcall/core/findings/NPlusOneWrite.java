package io.rowcall.core.findings;

import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.callsite.Orm;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.findings.nplusone.RepeatedStatement.Form;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that a request executes once for each row it writes. */
final class NPlusOneWrite extends RequestCheck {
  NPlusOneWrite() {
    super("n+1-write");
  }

  @Override
  @Nullable Detection detect(RepeatedStatement repeated) {
    return repeated.isRead() || repeated.form() != Form.ROW_BY_ROW
        ? null
        : NPlusOne.detection(
            this, repeated, repeated.isMostlyDistinct() ? Verdict.LIKELY : Verdict.SUSPECT);
  }

  @Override
  Verdict verdict(FindingStats finding) {
    return NPlusOne.verdict(
        finding, finding.hadParent() ? Verdict.LIKELY : finding.strongestVerdict());
  }

  @Override
  String describe(FindingStats finding) {
    return "N+1 write: "
        + Phrases.statements(finding)
        + " ×"
        + finding.repeats.median()
        + Phrases.at(finding)
        + Phrases.forParent(finding);
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    NPlusOne.addEvidence(finding, evidence, "some of them led to a write");
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    NormalizedSql normalized = Labels.normalized(finding.statement);
    StatementKind kind = normalized == null ? StatementKind.OTHER : normalized.kind();
    CallSite site = finding.callSite;
    Orm mapper = site == null ? null : site.mapper();
    String mapperBatch = kind == StatementKind.CALL ? null : mapperBatch(mapper);
    List<String> lines = new ArrayList<String>(4);
    addBatch(finding, kind, mapper, mapperBatch, lines);
    if (kind == StatementKind.INSERT
        && (mapper == null || mapperBatch != null)
        && mapper != Orm.SPRING_DATA) {
      lines.add("Or write one INSERT with many rows after VALUES.");
    }
    if (kind == StatementKind.INSERT && dialect == Dialect.POSTGRESQL) {
      lines.add("The driver sends a batch as one INSERT with reWriteBatchedInserts=true.");
    } else if (dialect == Dialect.MYSQL) {
      lines.add("The driver sends a batch in one packet with rewriteBatchedStatements=true.");
    }
    return lines;
  }

  private static void addBatch(
      FindingStats finding,
      StatementKind kind,
      @Nullable Orm mapper,
      @Nullable String mapperBatch,
      List<String> lines) {
    String name = Labels.table(finding.statement);
    String table = name == null ? "its table" : name;
    String key = Labels.keyColumn(finding.statement);
    if (mapper == Orm.HIBERNATE) {
      lines.add("Send them as one batch: set hibernate.jdbc.batch_size to 50.");
      lines.add("Add hibernate.order_inserts and order_updates; IDENTITY keys prevent batches.");
    } else if (mapper == Orm.ECLIPSELINK) {
      lines.add("Send them as one batch: set eclipselink.jdbc.batch-writing to JDBC.");
    } else if (mapperBatch != null) {
      lines.add("Send them as one batch to " + table + ": " + mapperBatch + ".");
    } else if (kind == StatementKind.DELETE && key != null) {
      lines.add("Delete them with one DELETE FROM " + table + " WHERE " + key + " IN (…).");
    } else if (kind == StatementKind.CALL) {
      lines.add("Send the calls as one batch: addBatch for each, executeBatch once.");
      lines.add("Calls with OUT parameters cannot be batched: pass all keys as one array.");
    } else {
      lines.add("Send them as one batch to " + table + ": addBatch for each, executeBatch once.");
    }
  }

  /** The way to make a mapper send a batch; null for none. */
  private static @Nullable String mapperBatch(@Nullable Orm mapper) {
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

  @Override
  public boolean isNPlusOne() {
    return true;
  }
}

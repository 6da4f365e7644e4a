package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.callsite.Orm;
import io.rowcall.core.findings.nplusone.Batches;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.findings.nplusone.RepeatedStatement.Form;
import io.rowcall.core.findings.nplusone.RowMatch;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batches that carry far fewer keys or rows than there are batches. */
final class SmallBatch extends RequestCheck {
  /** Fewer executions do no harm, however small they are. */
  private static final int MIN_EXECUTIONS = 10;

  /** A common batch size, against which the saving is computed. */
  private static final long COMMON_SIZE = 100;

  SmallBatch() {
    super("small-batch");
  }

  @Override
  @Nullable Detection detect(RepeatedStatement repeated) {
    if (repeated.form() != Form.BATCHES
        || repeated.group().successes() < MIN_EXECUTIONS
        || (repeated.isRead() && repeated.group().normalized() == null)) {
      return null;
    }
    return repeated.isRead() ? detectReads(repeated) : detectWrites(repeated);
  }

  private @Nullable Detection detectReads(RepeatedStatement repeated) {
    StatementGroup group = repeated.group();
    long executions = group.successes();
    int list = Batches.listSize(group);
    StatementGroup source = Batches.source(group, repeated.groups());
    if (source == null && list < 2) {
      return null;
    }
    long keys = source == null ? executions * list : source.rows();
    Detection detection = detection(repeated.request(), group, executions, keys);
    return detection == null
        ? null
        : detection
            .repeats(executions, repeated.distinctBinds())
            .parent(RowMatch.NONE, source, source == null ? 0 : source.rows());
  }

  /** Looks at JDBC batches, or else at INSERTs with several rows. */
  private @Nullable Detection detectWrites(RepeatedStatement repeated) {
    StatementGroup group = repeated.group();
    long executions = group.successes();
    long rows = group.batched();
    if (rows == 0) {
      if (group.kind() != StatementKind.INSERT) {
        return null;
      }
      rows = executions * Batches.listSize(group);
    }
    Detection detection =
        rows < 2 * executions ? null : detection(repeated.request(), group, executions, rows);
    return detection == null
        ? null
        : detection.repeats(executions, 0).parent(RowMatch.NONE, null, rows);
  }

  private @Nullable Detection detection(
      Request request, StatementGroup group, long executions, long keys) {
    long size = (keys + executions - 1) / executions;
    if (size * 2 > executions) {
      return null;
    }
    long avoidable = executions - (keys + COMMON_SIZE - 1) / COMMON_SIZE;
    return Detection.of(this, group)
        .verdict(Verdict.LIKELY)
        .avoidable(avoidable, group.busyNanos(request) / group.executions() * avoidable);
  }

  @Override
  String describe(FindingStats finding) {
    return "Small batches: "
        + Labels.of(finding.statement)
        + " ×"
        + finding.repeats.median()
        + Phrases.at(finding)
        + (finding.parent() == null
            ? ", for " + Labels.count(finding.parentRows.median(), "row")
            : Phrases.forParent(finding));
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    long rows = finding.parentRows.median();
    long repeats = finding.repeats.median();
    if (rows > 0) {
      long size = Math.max(1, Math.round((double) rows / Math.max(1, repeats)));
      evidence.add(repeats + " executions for " + rows + ": " + size + " each, on average");
    }
    evidence.add("more batches than keys in a batch: a larger size saves most of them");
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    NormalizedSql normalized = Labels.normalized(finding.statement);
    boolean reads = normalized != null && normalized.kind() == StatementKind.SELECT;
    String name = Labels.table(finding.statement);
    String table = name == null ? "its table" : name;
    List<String> lines = new ArrayList<String>(2);
    lines.add(
        reads
            ? "Fetch some 100 keys of " + table + " at a time."
            : "Send some 100 rows of " + table + " at a time.");
    CallSite site = finding.callSite;
    if (site != null && site.mapper() == Orm.HIBERNATE) {
      lines.add(
          reads
              ? "In Hibernate: @BatchSize, or hibernate.default_batch_fetch_size."
              : "In Hibernate: hibernate.jdbc.batch_size, with order_inserts and order_updates.");
    }
    return lines;
  }
}

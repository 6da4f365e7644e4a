package io.rowcall.core.export;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.explain.OwnConnection;
import io.rowcall.core.explain.Plan;
import io.rowcall.core.findings.Labels;
import io.rowcall.core.findings.TableScan;
import io.rowcall.core.record.Aggregate;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.record.StatementStats;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.KeyColumn;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Explains slow statements, when {@code explain.url} is set: once a minute, the plan of the
 * statement with the largest total time, to find table scans. Runs on a thread of its own, whose
 * statements are not counted.
 */
final class Explainer {
  private static final long PERIOD_NANOS = 60_000_000_000L;
  private static final long END_WAIT_MILLIS = 1_000;

  private final String url;
  private final String user;
  private final String password;
  private final AgentLog log;
  private final Set<SqlStatement> explained = new HashSet<SqlStatement>();
  private final Map<SqlStatement, Long> scannedRows = new ConcurrentHashMap<SqlStatement, Long>();
  private final long startedAt = System.nanoTime();
  private @Nullable Thread thread;
  private long explainedAt;
  private volatile boolean failed;

  Explainer(Config config, AgentLog log) {
    url = config.text(Setting.EXPLAIN_URL);
    user = config.text(Setting.EXPLAIN_USER);
    password = config.text(Setting.EXPLAIN_PASSWORD);
    this.log = log;
  }

  /**
   * Explains a statement when one is due. A run of less than a minute explains one when the JVM
   * starts to shut down, while an embedded database is still open.
   */
  void period(RecordingEngine engine, boolean ending) {
    if (url.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    boolean due = now - (explained.isEmpty() ? startedAt : explainedAt) >= PERIOD_NANOS;
    if (due || (ending && explained.isEmpty())) {
      explainSlowest(engine, now);
    }
  }

  /** Waits a moment for the last plan, or explains the first statement. */
  void end(RecordingEngine engine) {
    if (url.isEmpty()) {
      return;
    }
    if (explained.isEmpty()) {
      explainSlowest(engine, System.nanoTime());
    }
    Thread running = thread;
    if (running != null) {
      try {
        running.join(END_WAIT_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void explainSlowest(RecordingEngine engine, long now) {
    ClassLoader loader = engine.driverLoader();
    if (loader == null || failed || (thread != null && thread.isAlive())) {
      return;
    }
    SqlStatement statement = slowest(engine);
    if (statement != null) {
      explainedAt = now;
      explained.add(statement);
      Thread started = new Thread(new Task(loader, statement, engine.dialect(statement)));
      started.setName("rowcall-explain");
      started.setDaemon(true);
      started.setContextClassLoader(loader);
      thread = started;
      started.start();
    }
  }

  private @Nullable SqlStatement slowest(RecordingEngine engine) {
    StatementStats slowest = null;
    engine.holdFigures();
    try {
      for (StatementStats stats : engine.aggregate().statements.values()) {
        boolean slower =
            slowest == null || stats.durations.totalNanos() > slowest.durations.totalNanos();
        if (slower
            && Plan.isSupported(engine.dialect(stats.statement))
            && isExplainable(stats.statement)
            && !explained.contains(stats.statement)) {
          slowest = stats;
        }
      }
    } finally {
      engine.releaseFigures();
    }
    return slowest == null ? null : slowest.statement;
  }

  /** Whether it reads one table, by columns that an index could have. Joins are not explained. */
  private static boolean isExplainable(SqlStatement statement) {
    NormalizedSql normalized = (NormalizedSql) statement.scanned;
    return normalized != null
        && normalized.kind() == StatementKind.SELECT
        && normalized.readTables().length == 1
        && normalized.writeTables().length == 0
        && !normalized.forUpdate()
        && normalized.text().equals(statement.text)
        && normalized.text().startsWith("SELECT ")
        && !KeyColumn.all(normalized).isEmpty();
  }

  /** The table scans found so far. The caller holds the aggregate's lock. */
  List<TableScan> tableScans(Aggregate aggregate) {
    List<TableScan> scans = new ArrayList<TableScan>();
    for (Map.Entry<SqlStatement, Long> entry : scannedRows.entrySet()) {
      StatementStats stats = aggregate.statements.get(entry.getKey());
      if (stats != null) {
        String endpoint = stats.endpoints.isEmpty() ? "" : stats.endpoints.iterator().next();
        scans.add(
            new TableScan(
                stats.statement,
                endpoint,
                aggregate.callSite(endpoint, stats.statement),
                stats.executions,
                entry.getValue(),
                stats.rows));
      }
    }
    return scans;
  }

  /** Explains one statement. */
  private final class Task implements Runnable {
    private final ClassLoader loader;
    private final SqlStatement statement;
    private final Dialect dialect;

    Task(ClassLoader loader, SqlStatement statement, Dialect dialect) {
      this.loader = loader;
      this.statement = statement;
      this.dialect = dialect;
    }

    @Override
    public void run() {
      JdbcHooks.ignoreThisThread();
      try (Connection connection = OwnConnection.open(loader, url, user, password)) {
        connection.setReadOnly(true);
        explain(connection);
      } catch (Throwable error) {
        failed = true;
        log.cannotExplain(error);
      }
    }

    /** A database may be unable to explain normalized text; that is no fault. */
    private void explain(Connection connection) {
      try {
        String table = String.valueOf(Labels.table(statement));
        long rows = new Plan(connection, dialect).rowsScanned(statement.text, table);
        if (rows > 0) {
          scannedRows.put(statement, rows);
        }
      } catch (java.sql.SQLException notExplainable) {
        log.notExplained(notExplainable);
      }
    }
  }
}

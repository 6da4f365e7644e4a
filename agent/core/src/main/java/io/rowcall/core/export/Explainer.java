package io.rowcall.core.export;

import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.explain.OwnConnection;
import io.rowcall.core.explain.Plan;
import io.rowcall.core.findings.KeyColumn;
import io.rowcall.core.record.Aggregate;
import io.rowcall.core.record.CallSite;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.record.StatementStats;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.sql.Connection;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds missing indexes: asks the database, where {@code explain.url} says, for the plan of the
 * statement that took most time, one a minute, and reports those that read a hundred times what
 * they return. On a thread of its own, whose statements are not counted.
 */
final class Explainer {
  private static final long PERIOD_NANOS = 60_000_000_000L;

  /** Rows that a scan must read for each that is returned. */
  private static final long FACTOR = 100;

  private static final long LAST_WAIT_MILLIS = 1_000;

  private final String url;
  private final String user;
  private final String password;
  private final AgentLog messages;
  private final Set<SqlStatement> asked = new HashSet<SqlStatement>();
  private final Map<SqlStatement, Long> scanned = new ConcurrentHashMap<SqlStatement, Long>();
  private final long startedAt = System.nanoTime();
  private @Nullable Thread asking;
  private long askedAt;
  private volatile boolean failed;

  Explainer(Config config, AgentLog messages) {
    url = config.text(Setting.EXPLAIN_URL);
    user = config.text(Setting.EXPLAIN_USER);
    password = config.text(Setting.EXPLAIN_PASSWORD);
    this.messages = messages;
  }

  /**
   * A turn of the agent's thread. A run of less than a minute has its one question when the JVM
   * begins to end, while a database inside of it is still open.
   */
  void period(RecordingEngine engine, boolean ending) {
    if (url.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    boolean due = now - (asked.isEmpty() ? startedAt : askedAt) >= PERIOD_NANOS;
    if (due || (ending && asked.isEmpty())) {
      ask(engine, now);
    }
  }

  /** The end of the JVM: waits a moment for the answer, or asks now. */
  void end(RecordingEngine engine) {
    if (url.isEmpty()) {
      return;
    }
    if (asked.isEmpty()) {
      ask(engine, System.nanoTime());
    }
    Thread running = asking;
    if (running != null) {
      try {
        running.join(LAST_WAIT_MILLIS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void ask(RecordingEngine engine, long now) {
    ClassLoader loader = engine.driverLoader();
    if (loader == null || failed || (asking != null && asking.isAlive())) {
      return;
    }
    SqlStatement statement = slowest(engine);
    if (statement != null) {
      askedAt = now;
      asked.add(statement);
      Thread thread = new Thread(new Question(loader, statement, engine.dialect(statement)));
      thread.setName("rowcall-explain");
      thread.setDaemon(true);
      thread.setContextClassLoader(loader);
      asking = thread;
      thread.start();
    }
  }

  private @Nullable SqlStatement slowest(RecordingEngine engine) {
    StatementStats slowest = null;
    engine.holdFigures();
    try {
      for (StatementStats figures : engine.aggregate().statements.values()) {
        boolean slower =
            slowest == null || figures.durations.totalNanos() > slowest.durations.totalNanos();
        if (slower
            && Plan.canRead(engine.dialect(figures.statement))
            && isExplainable(figures.statement)
            && !asked.contains(figures.statement)) {
          slowest = figures;
        }
      }
    } finally {
      engine.releaseFigures();
    }
    return slowest == null ? null : slowest.statement;
  }

  /** One table, and columns to have an index on: of joins, nobody could say which of them. */
  private static boolean isExplainable(SqlStatement statement) {
    NormalizedSql of = (NormalizedSql) statement.scanned;
    return of != null
        && of.kind() == StatementKind.SELECT
        && of.readTables().length == 1
        && of.writeTables().length == 0
        && !of.forUpdate()
        && of.text().equals(statement.text)
        && of.text().startsWith("SELECT ")
        && !KeyColumn.all(of).isEmpty();
  }

  /** Adds what was found to a report. Holds the aggregate's lock. */
  void fill(Report report, RecordingEngine engine) {
    for (Map.Entry<SqlStatement, Long> entry : scanned.entrySet()) {
      StatementStats figures = engine.aggregate().statements.get(entry.getKey());
      if (figures == null || figures.executions == 0) {
        continue;
      }
      long returned = Math.max(1, figures.rows / figures.executions);
      if (entry.getValue() >= FACTOR * returned) {
        report.findings.add(finding(engine.aggregate(), figures, entry.getValue(), returned));
      }
    }
    report.totals.findings = report.findings.size();
  }

  private static Finding finding(
      Aggregate aggregate, StatementStats figures, long rows, long returned) {
    NormalizedSql of = (NormalizedSql) figures.statement.scanned;
    String table = String.valueOf(Labels.table(figures.statement));
    List<String> columns = of == null ? Arrays.<String>asList() : KeyColumn.all(of);
    String index = table + " (" + String.join(", ", columns) + ")";
    Finding finding = new Finding();
    finding.type = "missing-index";
    finding.verdict = "likely";
    finding.endpoint = figures.endpoints.isEmpty() ? "" : figures.endpoints.iterator().next();
    CallSite site = aggregate.callSite(finding.endpoint, figures.statement);
    finding.id = ReportBuilder.hex(figures.shapeId() * 31 + finding.type.hashCode());
    finding.statement = ReportBuilder.reference(figures.statement);
    finding.statement.shapeId = ReportBuilder.hex(figures.shapeId());
    finding.callSite = ReportBuilder.callSite(site);
    finding.repeats.median = 1;
    finding.repeats.max = 1;
    finding.requests = figures.executions;
    String at = site == null ? "" : " at " + Labels.place(site);
    finding.sentence =
        "Missing index: "
            + Labels.of(figures.statement)
            + at
            + " reads all "
            + Labels.count(rows, "row")
            + " to return "
            + returned
            + ". Create an index on "
            + index
            + ".";
    finding.evidence.add("its plan reads the whole table, " + Labels.count(rows, "row") + " of it");
    finding.evidence.add("it returned " + Labels.count(returned, "row") + " on average");
    finding.evidence.add("executed " + figures.executions + " times");
    finding.advice =
        "Create an index on "
            + index
            + ".\nThe column that tells most rows apart comes first; writes get a little slower.";
    return finding;
  }

  /** Asks for one plan. */
  private final class Question implements Runnable {
    private final ClassLoader loader;
    private final SqlStatement statement;
    private final Dialect dialect;

    Question(ClassLoader loader, SqlStatement statement, Dialect dialect) {
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
        messages.cannotExplain(error);
      }
    }

    /** A text that the database cannot explain as it is normalized is no fault. */
    private void explain(Connection connection) {
      try {
        String table = String.valueOf(Labels.table(statement));
        long rows = new Plan(connection, dialect).rowsScanned(statement.text, table);
        if (rows > 0) {
          scanned.put(statement, rows);
        }
      } catch (java.sql.SQLException unexplained) {
        messages.notExplained(unexplained);
      }
    }
  }
}

package io.rowcall.core.findings;

import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.request.WrittenRequest;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.SqlNormalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Builder of one request, execution by execution, with a clock of its own. */
final class Story {
  private static final long MILLI = 1_000_000;
  private static final PoolStats POOL = new PoolStats("orders", "test", 1);

  private final Map<Long, SqlStatement> statements;
  private final WrittenRequest request;
  private long now;
  private long takes = MILLI;
  private boolean together;
  private boolean failing;
  private @Nullable Object site;

  /**
   * @param statements statements that earlier requests have executed
   * @param startNanos start on the clock that all requests share
   */
  Story(String endpoint, Map<Long, SqlStatement> statements, long startNanos) {
    this.statements = statements;
    now = startNanos;
    request = new WrittenRequest("GET", endpoint).starts(startNanos);
  }

  private SqlStatement statement(String sql) {
    var normalized = SqlNormalizer.normalize(sql, Dialect.POSTGRESQL);
    var statement =
        statements.computeIfAbsent(
            normalized.id(),
            id -> new SqlStatement(statements.size() + 1, id, normalized.text(), normalized));
    statement.longestList = Math.max(statement.longestList, normalized.listSize());
    return statement;
  }

  /** A prepared query and the number of rows that it reads. */
  Story select(String sql, int rows, Object... binds) {
    return execute(sql, binds.length == 0 ? 0 : Arrays.hashCode(binds), 0, rows);
  }

  /** A prepared write of one row. */
  Story write(String sql, Object... binds) {
    return execute(sql, Arrays.hashCode(binds), 0, 0);
  }

  /** A statement with literals in its text. */
  Story text(String sql, int rows) {
    return execute(sql, sql.hashCode(), 0, rows);
  }

  Story batch(String sql, int size) {
    return execute(sql, size, size, 0);
  }

  /** An outgoing call. */
  Story calls(CallKind kind, String template, Object... values) {
    var call =
        statements.computeIfAbsent(
            (long) template.hashCode(),
            id -> SqlStatement.call(statements.size() + 1, id, template, kind));
    return execute(call, Arrays.hashCode(values), 0, 0);
  }

  Story commits() {
    request.transactionEnded(true, now++);
    return this;
  }

  Story rollsBack() {
    request.transactionEnded(false, now++);
    return this;
  }

  Story hitsCache() {
    request.hitsCache();
    return this;
  }

  /** Executes on a connection of a data source, which a number identifies. */
  Story on(int dataSource, Runnable executions) {
    long start = now;
    executions.run();
    request.held(new PoolStats("pool " + dataSource, "test", dataSource), start, now - start);
    return this;
  }

  /** Waits for a connection and executes on it. */
  Story waiting(long millis, Runnable executions) {
    long requested = now;
    pause(millis);
    long start = now;
    executions.run();
    request.leaked(POOL, requested, start);
    request.closesConnection(now);
    return this;
  }

  /** Executes on a connection that is never closed. */
  Story leaking(Runnable executions) {
    request.leaked(POOL, now, now);
    executions.run();
    return this;
  }

  Story failing(Runnable executions) {
    failing = true;
    executions.run();
    failing = false;
    return this;
  }

  /** Runs executions in parallel. */
  Story together(Runnable executions) {
    together = true;
    executions.run();
    together = false;
    now += takes;
    return this;
  }

  Story each(int times, IntConsumer body) {
    for (int i = 1; i <= times; i++) {
      body.accept(i);
    }
    return this;
  }

  /** Sets the duration of the next executions. */
  Story taking(long millis) {
    takes = millis * MILLI;
    return this;
  }

  Story pause(long millis) {
    now += millis * MILLI;
    return this;
  }

  /** Sets the call site of the next executions. */
  Story at(@Nullable Object callSite) {
    site = callSite;
    return this;
  }

  private Story execute(String sql, long binds, int batch, int rows) {
    return execute(statement(sql), binds, batch, rows);
  }

  private Story execute(SqlStatement statement, long binds, int batch, int rows) {
    request.executed(statement, now, takes, binds, batch, rows, failing, site);
    now += together ? 1_000 : takes + 10_000;
    return this;
  }

  Request ends() {
    return request.ends(now, 200);
  }
}

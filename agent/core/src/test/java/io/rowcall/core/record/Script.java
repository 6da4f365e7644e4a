package io.rowcall.core.record;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.ParameterHooks;
import io.rowcall.boot.ResultSetHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.EngineChange;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.state.DetachedState;
import io.rowcall.boot.state.ResultSetState;
import io.rowcall.core.config.Config;
import io.rowcall.core.findings.FindingStats;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.io.File;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;

/** Driver of the hooks, as woven classes call them, with access to the resulting totals. */
public final class Script implements Recorder {
  private final RecordingEngine engine;

  Script() {
    var config = Config.read(null, new Properties(), Map.of(), new File("no-such-folder"));
    EngineChange.forgetStatements();
    EngineChange.forgetEndpoints();
    engine = new RecordingEngine(config, Instrumentations.libraries(), this);
    Engine.install(engine);
  }

  /** Creates a script whose engine calls the given recorder. */
  public Script(Config config, Recorder recorder) {
    EngineChange.forgetStatements();
    EngineChange.forgetEndpoints();
    engine = new RecordingEngine(config, Instrumentations.libraries(), recorder);
    Engine.install(engine);
  }

  /** Runs work as one request. */
  public Script request(String path, Runnable work) {
    Request request = HttpHooks.enter(null, "GET", path);
    work.run();
    if (request != null) {
      HttpHooks.leave(request);
      HttpHooks.endUnlessSuspended(request, 200, false);
    }
    return this;
  }

  /** The same, with the route template that a framework has set. */
  Script request(String path, String route, Runnable work) {
    Request request = HttpHooks.enter(null, "GET", path);
    work.run();
    if (request != null) {
      HttpHooks.setRoute(request, route, null);
      HttpHooks.leave(request);
      HttpHooks.endUnlessSuspended(request, 200, false);
    }
    return this;
  }

  static void times(int times, Runnable work) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  /** Executes a statement with binds and reads the given number of rows. */
  public static void execute(String sql, int rows, long... binds) {
    execute(Dialect.H2, sql, rows, binds);
  }

  public static void execute(Dialect dialect, String sql, int rows, long... binds) {
    var statement = new Statement();
    JdbcHooks.afterPrepare(statement, sql, dialect.ordinal());
    for (int i = 0; i < binds.length; i++) {
      ParameterHooks.bind(statement, i + 1, binds[i]);
    }
    ThreadState state = JdbcHooks.beforeExecute();
    var result = new Rows();
    JdbcHooks.afterExecute(state, statement, result, false);
    for (int i = 0; i < rows; i++) {
      ResultSetHooks.afterNext(result, ResultSetHooks.beforeMove(result), false);
    }
  }

  /** Executes a query with binds, and reads its rows by position: an array for each. */
  public static void query(String sql, long[][] rows, long... binds) {
    var result = (Rows) started(sql, binds);
    for (long[] row : rows) {
      ResultSetHooks.afterNext(result, ResultSetHooks.beforeMove(result), false);
      for (int column = 0; column < row.length; column++) {
        if (ResultSetHooks.beforeRead(result)) {
          ResultSetHooks.afterRead(result, column + 1, row[column]);
        }
      }
    }
  }

  /** The same with one column, by its label, as objects. */
  static void query(String sql, String label, Object... values) {
    var result = (Rows) started(sql);
    for (Object value : values) {
      ResultSetHooks.afterNext(result, ResultSetHooks.beforeMove(result), false);
      if (ResultSetHooks.beforeRead(result)) {
        ResultSetHooks.afterRead(result, label, value);
      }
    }
  }

  private static ResultSetState started(String sql, long... binds) {
    var statement = new Statement();
    JdbcHooks.afterPrepare(statement, sql, Dialect.H2.ordinal());
    for (int i = 0; i < binds.length; i++) {
      ParameterHooks.bind(statement, i + 1, binds[i]);
    }
    var result = new Rows();
    JdbcHooks.afterExecute(JdbcHooks.beforeExecute(), statement, result, false);
    return result;
  }

  public static void batch(String sql, int size) {
    var statement = new Statement();
    JdbcHooks.afterPrepare(statement, sql, Dialect.H2.ordinal());
    for (int i = 0; i < size; i++) {
      ParameterHooks.bind(statement, 1, (long) i);
      ParameterHooks.addBatch(statement);
    }
    JdbcHooks.afterBatch(JdbcHooks.beforeBatch(statement), statement, false);
  }

  public Aggregate figures() {
    engine.shutdown();
    return engine.aggregate();
  }

  public RecordingEngine engine() {
    return engine;
  }

  /** The totals while the engine is running. */
  Aggregate aggregate() {
    return engine.aggregate();
  }

  long overflowedStatements() {
    return engine.overflowedStatements();
  }

  Collection<FindingStats> findings() {
    return figures().findings();
  }

  @Override
  public void finished(Request request, String endpoint) {}

  @Override
  public Object figures(Request request, String endpoint, RecordingEngine unused) {
    return endpoint + ": " + request.log.executions();
  }

  @Override
  public void firstSuppressed(Throwable error) {
    throw new AssertionError(error);
  }

  @Override
  public void period(RecordingEngine unused) {}

  @Override
  public void end(RecordingEngine unused) {}

  /** A prepared statement, as its woven class would be. */
  static final class Statement extends DetachedState {
    void prepare(String sql) {
      JdbcHooks.afterPrepare(this, sql, Dialect.H2.ordinal());
    }

    /** Binds one value and executes. */
    void execute(long bind) {
      ParameterHooks.bind(this, 1, bind);
      JdbcHooks.afterExecute(JdbcHooks.beforeExecute(), this, null, false);
    }
  }

  /** A result, as its woven class would be. */
  static final class Rows extends DetachedState {}
}

package io.rowcall.core.record;

import io.rowcall.boot.EngineChange;
import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.Request;
import io.rowcall.boot.ResultSetState;
import io.rowcall.boot.StatementState;
import io.rowcall.boot.ThreadState;
import io.rowcall.core.config.Config;
import io.rowcall.core.findings.FindingStats;
import io.rowcall.core.sql.Dialect;
import java.io.File;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Drives the hooks as woven classes do, and looks at what the engine makes of it. */
public final class Script implements Recorder {
  private final RecordingEngine engine;

  Script() {
    var config = Config.read(null, new Properties(), Map.of(), new File("no-such-folder"));
    EngineChange.forgetStatements();
    EngineChange.forgetEndpoints();
    engine = new RecordingEngine(config, this);
    JdbcHooks.engine = engine;
  }

  /** With a recorder of one's own, which has its turns. */
  public Script(Config config, Recorder recorder) {
    EngineChange.forgetStatements();
    EngineChange.forgetEndpoints();
    engine = new RecordingEngine(config, recorder);
    JdbcHooks.engine = engine;
  }

  /** One request that does this. */
  public Script request(String path, Runnable work) {
    Request request = HttpHooks.starts(null, "GET", path);
    work.run();
    if (request != null) {
      HttpHooks.leaves(request);
      HttpHooks.endsOrGoesOn(request, 200, false);
    }
    return this;
  }

  /** The same, with the template that a framework has told. */
  Script request(String path, String route, Runnable work) {
    Request request = HttpHooks.starts(null, "GET", path);
    work.run();
    if (request != null) {
      HttpHooks.describe(request, route, null);
      HttpHooks.leaves(request);
      HttpHooks.endsOrGoesOn(request, 200, false);
    }
    return this;
  }

  static void times(int times, Runnable work) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  /** Executes a statement with binds and reads so many rows. */
  public static void execute(String sql, int rows, long... binds) {
    execute(Dialect.H2, sql, rows, binds);
  }

  public static void execute(Dialect dialect, String sql, int rows, long... binds) {
    var statement = new Statement();
    JdbcHooks.prepared(statement, sql, dialect.ordinal());
    for (int i = 0; i < binds.length; i++) {
      JdbcHooks.bind(statement, i + 1, binds[i]);
    }
    ThreadState slot = JdbcHooks.executionStarts();
    var result = new Rows();
    JdbcHooks.executionEnds(slot, statement, result, false);
    for (int i = 0; i < rows; i++) {
      JdbcHooks.nextEnds(result, JdbcHooks.moveStarts(result));
    }
  }

  /** Executes a query with binds, and reads its rows by position: an array for each. */
  public static void query(String sql, long[][] rows, long... binds) {
    var result = (Rows) started(sql, binds);
    for (long[] row : rows) {
      JdbcHooks.nextEnds(result, JdbcHooks.moveStarts(result));
      for (int column = 0; column < row.length; column++) {
        if (JdbcHooks.readStarts(result)) {
          JdbcHooks.columnRead(result, column + 1, row[column]);
        }
      }
    }
  }

  /** The same with one column, by its label, as objects. */
  static void query(String sql, String label, Object... values) {
    var result = (Rows) started(sql);
    for (Object value : values) {
      JdbcHooks.nextEnds(result, JdbcHooks.moveStarts(result));
      if (JdbcHooks.readStarts(result)) {
        JdbcHooks.columnRead(result, label, value);
      }
    }
  }

  private static ResultSetState started(String sql, long... binds) {
    var statement = new Statement();
    JdbcHooks.prepared(statement, sql, Dialect.H2.ordinal());
    for (int i = 0; i < binds.length; i++) {
      JdbcHooks.bind(statement, i + 1, binds[i]);
    }
    var result = new Rows();
    JdbcHooks.executionEnds(JdbcHooks.executionStarts(), statement, result, false);
    return result;
  }

  public static void batch(String sql, int size) {
    var statement = new Statement();
    JdbcHooks.prepared(statement, sql, Dialect.H2.ordinal());
    for (int i = 0; i < size; i++) {
      JdbcHooks.bind(statement, 1, (long) i);
      JdbcHooks.addBatch(statement);
    }
    JdbcHooks.batchEnds(JdbcHooks.batchStarts(statement), statement, false);
  }

  public Aggregate figures() {
    engine.shutdown();
    return engine.aggregate();
  }

  /** While the engine goes on. */
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
  public Object figures(Request request, String endpoint, RecordingEngine of) {
    return endpoint + ": " + request.executions();
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
  static final class Statement implements StatementState {
    private @Nullable Object statement;
    private @Nullable Object bound;
    private long binds;
    private int batch;

    void prepare(String sql) {
      JdbcHooks.prepared(this, sql, Dialect.H2.ordinal());
    }

    /** Binds one value and executes. */
    void execute(long bind) {
      JdbcHooks.bind(this, 1, bind);
      JdbcHooks.executionEnds(JdbcHooks.executionStarts(), this, null, false);
    }

    @Override
    public @Nullable Object rowcall$statement() {
      return statement;
    }

    @Override
    public void rowcall$statement(@Nullable Object value) {
      statement = value;
    }

    @Override
    public @Nullable Object rowcall$bound() {
      return bound;
    }

    @Override
    public void rowcall$bound(@Nullable Object value) {
      bound = value;
    }

    @Override
    public long rowcall$binds() {
      return binds;
    }

    @Override
    public void rowcall$binds(long value) {
      binds = value;
    }

    @Override
    public int rowcall$batch() {
      return batch;
    }

    @Override
    public void rowcall$batch(int value) {
      batch = value;
    }
  }

  private static final class Rows implements ResultSetState {
    private @Nullable Object request;
    private long position;
    private @Nullable Object visited;
    private int row;
    private boolean inside;

    @Override
    public @Nullable Object rowcall$request() {
      return request;
    }

    @Override
    public void rowcall$request(@Nullable Object value) {
      request = value;
    }

    @Override
    public long rowcall$position() {
      return position;
    }

    @Override
    public void rowcall$position(long value) {
      position = value;
    }

    @Override
    public int rowcall$row() {
      return row;
    }

    @Override
    public void rowcall$row(int value) {
      row = value;
    }

    @Override
    public @Nullable Object rowcall$visited() {
      return visited;
    }

    @Override
    public void rowcall$visited(@Nullable Object value) {
      visited = value;
    }

    @Override
    public boolean rowcall$inside() {
      return inside;
    }

    @Override
    public void rowcall$inside(boolean value) {
      inside = value;
    }
  }
}

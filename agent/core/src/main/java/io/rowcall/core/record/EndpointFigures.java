package io.rowcall.core.record;

import io.rowcall.boot.SqlStatement;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The requests of one endpoint. */
public final class EndpointFigures {
  public final String name;
  public final Durations durations;

  /** Executions per request; exact below 256, to 1 % above. */
  public final Histogram executions = new Histogram(2);

  public long minExecutions = Long.MAX_VALUE;
  public long maxExecutions;

  public final Map<SqlStatement, Share> statements = new HashMap<SqlStatement, Share>();
  public long requests;
  public long errors;
  public long totalExecutions;

  /** Executions of its tasks after it had ended. */
  public long lateExecutions;

  public long databaseNanos;

  EndpointFigures(String name, boolean fast) {
    this.name = name;
    durations = new Durations(fast);
    executions.setAutoResize(true);
  }

  void executed(long inOneRequest) {
    executions.recordValue(inOneRequest);
    totalExecutions += inOneRequest;
    minExecutions = Math.min(minExecutions, inOneRequest);
    maxExecutions = Math.max(maxExecutions, inOneRequest);
  }

  /** What the endpoint did with one statement. */
  public static final class Share {
    public long executions;
    public long perRequestMax;
    public long nanos;
    public long rows;
  }
}

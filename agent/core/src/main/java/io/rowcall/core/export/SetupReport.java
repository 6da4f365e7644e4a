package io.rowcall.core.export;

import io.rowcall.boot.request.RequestQueue;
import io.rowcall.core.record.Aggregate;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.setup.Origin;
import io.rowcall.core.setup.SetupProblem;
import org.jspecify.annotations.Nullable;

/** Compares what was counted with what a working setup counts. Any thread. */
public final class SetupReport {
  private SetupReport() {}

  /**
   * Why there are no requests, or what is not counted; null if nothing of this kind is known.
   *
   * <p>A service that has only started has no requests either, so until the end their absence is a
   * problem only if threads other than the main one execute.
   */
  public static @Nullable String problem(RecordingEngine engine, boolean ended) {
    Aggregate aggregate = engine.aggregate();
    long requests;
    long executions;
    long calls;
    engine.holdFigures();
    try {
      requests = aggregate.requests + RequestQueue.openRequests();
      executions =
          aggregate.executions
              + RequestQueue.openExecutions()
              + RequestQueue.unrecordedExecutions();
      calls = aggregate.calls.calls;
    } finally {
      engine.releaseFigures();
    }
    Origin origin = engine.origin();
    boolean expected = ended || origin != null;
    return SetupProblem.text(
        expected && requests == 0, executions, calls, origin, engine.unwoven().all());
  }
}

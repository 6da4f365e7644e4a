package io.rowcall.core.record;

import io.rowcall.boot.request.Request;

/** Consumer of individual requests, in addition to their aggregation: logs, reports, messages. */
public interface Recorder {
  /** Called after a request was aggregated, by the agent's thread or the thread of the request. */
  void finished(Request request, String endpoint);

  /**
   * Snapshot of a recorded request, in types of the JDK. Called before {@link #finished}, by the
   * same thread.
   */
  Object figures(Request request, String endpoint, RecordingEngine engine);

  /**
   * Called for the first suppressed error of the agent; the others are only counted. Any thread.
   */
  void firstSuppressed(Throwable error);

  /** Called by the agent's thread about ten times a second. */
  void period(RecordingEngine engine);

  /** Called when the JVM ends. Must return within two seconds. */
  void end(RecordingEngine engine);
}

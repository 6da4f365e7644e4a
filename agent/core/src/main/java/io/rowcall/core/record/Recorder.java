package io.rowcall.core.record;

import io.rowcall.boot.request.Request;

/**
 * What is done with single requests and queries, beside adding them up: logs, reports, messages.
 */
public interface Recorder {
  /** A request has been added up. The agent's thread, or the request's own. */
  void finished(Request request, String endpoint);

  /**
   * The figures of a request that somebody waits for, in types of the JDK: called before {@link
   * #finished}, by the same thread.
   */
  Object figures(Request request, String endpoint, RecordingEngine engine);

  /** The first fault of our own; the rest is only counted. Any thread. */
  void firstSuppressed(Throwable error);

  /** The agent's thread, about ten times a second. */
  void period(RecordingEngine engine);

  /** The JVM ends. Must be done within two seconds. */
  void end(RecordingEngine engine);
}

package io.rowcall.sample.http;

import java.io.IOException;

/** Source of events for as long as a client listens. */
@FunctionalInterface
public interface EventSource {

  /** Sends every event to the sink from now on, until it fails or the source ends it. */
  void subscribe(Sink sink);

  /** Open response of one client. */
  interface Sink {

    /**
     * Sends one event immediately.
     *
     * @throws IOException if the client has disconnected
     */
    void send(String data) throws IOException;

    /** Ends the response. */
    void end();
  }
}

package io.rowcall.sample.http;

import java.io.IOException;

/** Something that happens again and again, for as long as a client listens. */
@FunctionalInterface
public interface EventSource {

  /** Sends every event to the sink from now on, until it fails or the source ends it. */
  void subscribe(Sink sink);

  /** Where events go: the open response of one client. */
  interface Sink {

    /**
     * Sends one event at once.
     *
     * @throws IOException when the client is gone
     */
    void send(String data) throws IOException;

    /** Ends the response. */
    void end();
  }
}

package io.rowcall.sample.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes server-sent events to an open response. Thread-safe. */
final class EventStream implements EventSource.Sink {

  private final OutputStream out;
  private final Runnable complete;
  private boolean ended;

  /**
   * Creates a stream.
   *
   * @param complete returns the response to its server
   */
  EventStream(OutputStream out, Runnable complete) {
    this.out = out;
    this.complete = complete;
  }

  /** Sends the headers immediately, so that the client knows that it is connected. */
  void open(EventSource source) throws IOException {
    write(": listening\n\n");
    source.subscribe(this);
  }

  @Override
  public void send(String data) throws IOException {
    write("data: " + data + "\n\n");
  }

  private synchronized void write(String text) throws IOException {
    if (ended) {
      throw new IOException("the stream has ended");
    }
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public synchronized void end() {
    if (!ended) {
      ended = true;
      complete.run();
    }
  }
}

package io.acme.shop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Shutdown over HTTP: sends the response, then calls {@code System.exit(0)}. */
public final class Exit {
  private Exit() {}

  /** Responds, and exits on another thread, so that the server can complete this request. */
  public static void respond(Reply reply) throws IOException {
    byte[] bytes = "bye\n".getBytes(StandardCharsets.UTF_8);
    try (OutputStream body = reply.start(200, bytes.length)) {
      body.write(bytes);
    }
    new Thread(() -> System.exit(0), "exit").start();
  }
}

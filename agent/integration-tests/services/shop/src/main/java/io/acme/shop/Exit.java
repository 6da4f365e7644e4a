package io.acme.shop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The end of a service, asked for over HTTP: the answer goes out first, then {@code
 * System.exit(0)}.
 */
public final class Exit {
  private Exit() {}

  /** Answers, and exits on a thread of its own, so that the server can finish this request. */
  public static void answer(Reply reply) throws IOException {
    byte[] bytes = "bye\n".getBytes(StandardCharsets.UTF_8);
    try (OutputStream body = reply.start(200, bytes.length)) {
      body.write(bytes);
    }
    new Thread(() -> System.exit(0), "exit").start();
  }
}

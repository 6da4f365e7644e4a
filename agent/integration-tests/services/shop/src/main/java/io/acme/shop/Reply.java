package io.acme.shop;

import java.io.IOException;
import java.io.OutputStream;

/** Response of a server: status and length first, then the body. */
public interface Reply {

  /** Sets the status and length of a plain text, and returns the stream for its bytes. */
  OutputStream start(int status, int length) throws IOException;
}

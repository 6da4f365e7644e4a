package io.acme.shop;

import java.io.IOException;
import java.io.OutputStream;

/** The way a server takes an answer: status and length first, then the body. */
public interface Reply {

  /** Commits status and length of a plain text, and gives the stream that its bytes go to. */
  OutputStream start(int status, int length) throws IOException;
}

package io.rowcall.bench.peers;

import java.io.IOException;

/** Does nothing at all, until it is ended. */
public final class Idle {
  private Idle() {}

  /** Says that it is up. */
  @SuppressWarnings("SystemOut") // All it does.
  public static void main(String[] arguments) throws IOException {
    System.out.println("READY");
    System.in.read();
  }
}

package io.rowcall.bench.peers;

import java.io.IOException;

/** Program that does nothing until it is stopped. */
public final class IdleProgram {
  private IdleProgram() {}

  /** Prints that it is up. */
  @SuppressWarnings("SystemOut") // The caller reads it.
  public static void main(String[] arguments) throws IOException {
    System.out.println("READY");
    System.in.read();
  }
}

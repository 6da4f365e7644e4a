package io.acme.shop;

import java.io.File;

/** Keeps requests open until the file {@code released} exists in the working directory. */
public final class ReleaseFile {
  private static final int POLL_MILLIS = 20;

  private ReleaseFile() {}

  /** Prints {@code HELD}, and waits for the file. */
  public static void await() {
    System.out.println("HELD");
    File released = new File("released");
    try {
      while (!released.exists()) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

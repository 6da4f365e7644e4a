package io.acme.shop;

import java.io.File;

/**
 * Holds requests until the file {@code released} lies in the working directory; whoever waits has
 * said {@code HELD} on stdout.
 */
public final class Held {
  private Held() {}

  /** Waits for the file. */
  public static void untilReleased() {
    System.out.println("HELD");
    waitForFile();
  }

  /**
   * With {@code -Ddrain=true}, stops a server when the JVM ends, as {@code stop} does, once {@code
   * STOPPING} was said.
   */
  public static void stopsAtTheEnd(Runnable stop) {
    if (!Boolean.getBoolean("drain")) {
      return;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.println("STOPPING");
                  stop.run();
                },
                "stop"));
  }

  private static void waitForFile() {
    File released = new File("released");
    try {
      while (!released.exists()) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

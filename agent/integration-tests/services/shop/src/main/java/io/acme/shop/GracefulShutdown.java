package io.acme.shop;

/** Graceful shutdown of a server, switched on by {@code -Ddrain=true}. */
public final class GracefulShutdown {
  private GracefulShutdown() {}

  /** If switched on, prints {@code STOPPING} and runs {@code stop} when the JVM shuts down. */
  public static void register(Runnable stop) {
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
}

package io.rowcall.sample;

import java.util.Locale;

/** Starts the app and prints one line when it is ready. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Options options;
    try {
      options = Options.parse(arguments, System.getenv());
    } catch (IllegalArgumentException notUnderstood) {
      System.err.println(notUnderstood.getMessage());
      System.err.print(Options.USAGE);
      System.exit(2);
      return;
    }
    long started = System.nanoTime();
    App app = App.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(app), "stop"));
    System.out.printf(
        Locale.ROOT,
        "ready on http://localhost:%d and http://localhost:%d after %d ms: %s, %s data, indexes %s%n",
        app.port(),
        app.jdkPort(),
        (System.nanoTime() - started) / 1_000_000,
        app.database().product(),
        options.data().name(),
        options.indexes() ? "on" : "off");
  }

  private static void close(App app) {
    try {
      app.close();
    } catch (Exception failed) {
      System.err.println("could not stop cleanly: " + failed);
    }
  }
}

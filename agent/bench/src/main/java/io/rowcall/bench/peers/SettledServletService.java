package io.rowcall.bench.peers;

import java.util.Locale;

/**
 * {@link ServletService} that becomes idle after some requests to some endpoints, and prints its
 * memory in use.
 */
public final class SettledServletService {
  private SettledServletService() {}

  @SuppressWarnings("SystemOut") // The caller reads it.
  public static void main(String[] arguments) throws Exception {
    try (var served = ServletService.start()) {
      served.send(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
      // Until the agent has written a report.
      Thread.sleep(11_000);
      double[] sample = SoakServletService.sample();
      System.out.printf(Locale.ROOT, "RESULT %f %f%n", sample[0], sample[1]);
    }
    System.exit(0);
  }
}

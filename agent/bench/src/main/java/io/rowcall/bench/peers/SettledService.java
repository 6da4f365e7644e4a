package io.rowcall.bench.peers;

import java.util.Locale;

/**
 * The service of {@link ServedRequest} after some requests over some endpoints, with nothing to do:
 * prints what is in use.
 */
public final class SettledService {
  private SettledService() {}

  @SuppressWarnings("SystemOut") // Its output is its result.
  public static void main(String[] arguments) throws Exception {
    try (var served = ServedRequest.start("")) {
      served.ask(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
      // The agent's last report has been written by then.
      Thread.sleep(11_000);
      double[] sample = SoakedService.sample();
      System.out.printf(Locale.ROOT, "RESULT %f %f%n", sample[0], sample[1]);
    }
    System.exit(0);
  }
}

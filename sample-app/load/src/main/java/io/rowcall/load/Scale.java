package io.rowcall.load;

import io.rowcall.load.output.TextTable;
import io.rowcall.sample.analytics.EvolutionScale;
import io.rowcall.sample.events.AvailabilityScale;
import io.rowcall.sample.limits.LimiterScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints how the algorithms of the optimized form scale, each alone and without a database. */
public final class Scale {

  private Scale() {}

  public static void main(String[] arguments) {
    List<String[]> evolution = new ArrayList<>();
    evolution.add(
        new String[] {
          "patterns", "weeks", "filtering ms, O(n · weeks)", "differences ms, O(n + weeks)"
        });
    for (EvolutionScale.Point point :
        EvolutionScale.measure(new int[] {1_000, 10_000, 100_000}, new int[] {12, 52, 520})) {
      evolution.add(
          new String[] {
            Integer.toString(point.patterns()),
            Integer.toString(point.weeks()),
            Double.isNaN(point.filteringMillis()) ? "–" : millis(point.filteringMillis()),
            millis(point.differencesMillis())
          });
    }
    System.out.println("evolution of patterns");
    System.out.println(TextTable.of(evolution));

    List<String[]> availability = new ArrayList<>();
    availability.add(new String[] {"blocks", "answers", "ms"});
    for (AvailabilityScale.Point point : AvailabilityScale.measure(40, 200, 2_000)) {
      availability.add(
          new String[] {
            Integer.toString(point.blocks()),
            Integer.toString(point.answers()),
            millis(point.millis())
          });
    }
    System.out.println("availability by block");
    System.out.println(TextTable.of(availability));

    List<String[]> limiter = new ArrayList<>();
    limiter.add(new String[] {"users", "requests", "ns per request", "bytes per user"});
    for (int requestsPerUser : new int[] {1, 10, 100}) {
      LimiterScale.Point point = LimiterScale.measure(100_000, requestsPerUser);
      limiter.add(
          new String[] {
            Integer.toString(point.users()),
            Integer.toString(point.requests()),
            String.format(Locale.ROOT, "%.0f", point.nanosPerRequest()),
            String.format(Locale.ROOT, "%.0f", point.bytesPerUser())
          });
    }
    System.out.println("sliding-window limiter");
    System.out.print(TextTable.of(limiter));
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}

package io.rowcall.sample.load;

import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.catalogue.Form;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What each part of the optimisation is worth: everything, everything but one, and single parts
 * where a part can stand alone. Parts do not add up, so nothing here is a sum.
 *
 * <p>Cache and parallel queries are ways in which the optimised plan is run; without that plan
 * there is nothing to switch on, so they are measured by switching them off.
 */
final class Ablation {

  private static final Duration LENGTH = Duration.ofSeconds(8);
  private static final List<Endpoint> MEASURED =
      List.of(
          Endpoint.MY_500,
          Endpoint.MEETINGS_LIST,
          Endpoint.CALENDAR_EVENTS,
          Endpoint.EVENT,
          Endpoint.EVOLUTION,
          Endpoint.RECOMMENDATIONS);

  private final DemoOptions options;
  private final Path work;

  Ablation(DemoOptions options, Path work) {
    this.options = options;
    this.work = work;
  }

  /** One way to run the app. */
  private record Variant(
      String name, Form form, boolean indexes, boolean cache, boolean parallel) {}

  private static final List<Variant> VARIANTS =
      List.of(
          new Variant("nothing", Form.BASELINE, false, true, true),
          new Variant("indexes alone", Form.BASELINE, true, true, true),
          new Variant("query plan and algorithm alone", Form.OPTIMISED, false, false, false),
          new Variant("everything but the indexes", Form.OPTIMISED, false, true, true),
          new Variant("everything but the cache", Form.OPTIMISED, true, false, true),
          new Variant(
              "everything but parallel queries and cache", Form.OPTIMISED, true, false, false),
          new Variant("everything", Form.OPTIMISED, true, true, true));

  void run() throws Exception {
    List<String[]> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("p50 ms with"));
    MEASURED.forEach(
        endpoint -> head.add(endpoint.label().replaceFirst(".*/api/(behavioral-insights/)?", "")));
    rows.add(head.toArray(String[]::new));
    for (Variant variant : VARIANTS) {
      System.err.println("ablation: " + variant.name());
      rows.add(measure(variant));
    }
    System.out.println();
    System.out.print(ResultTable.aligned(rows));
  }

  private String[] measure(Variant variant) throws Exception {
    String name = variant.name().replace(' ', '-');
    try (RemoteDatabase remote =
        options.roundTrip().isZero() ? null : new RemoteDatabase(options.roundTrip())) {
      Map<String, String> environment =
          remote == null
              ? Map.of()
              : Map.of("DATABASE_URL", remote.create(name, options.data(), variant.indexes()));
      try (Service service =
          Service.start(
              work.resolve(name),
              null,
              List.of(
                  "--data=" + options.data().name(),
                  "--indexes=" + onOff(variant.indexes()),
                  "--cache=" + onOff(variant.cache()),
                  "--parallel=" + onOff(variant.parallel())),
              environment)) {
        var contender =
            new Contender(
                variant.form() == Form.BASELINE ? Lane.BASELINE : Lane.OPTIMISED,
                service,
                MEASURED,
                options.data().users(),
                1);
        contender.warmUp(LENGTH.dividedBy(2));
        contender.measure(LENGTH);
        List<String> cells = new ArrayList<>(List.of(variant.name()));
        for (Endpoint endpoint : MEASURED) {
          Latency latency = contender.measured(endpoint).latency();
          cells.add(latency.answers() == 0 ? "–" : ResultTable.millis(latency.p50Millis()));
        }
        return cells.toArray(String[]::new);
      }
    }
  }

  private static String onOff(boolean value) {
    return value ? "on" : "off";
  }
}

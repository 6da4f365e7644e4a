package io.rowcall.sample.load;

import io.rowcall.sample.App;
import io.rowcall.sample.Options;
import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.catalog.Visit;
import io.rowcall.sample.db.DatabaseUrl;
import io.rowcall.sample.wiring.Applied;
import io.rowcall.sample.wiring.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each part of the optimization is worth: nothing, each part alone, everything but one, and
 * everything. Parts do not add up, so nothing here is a sum.
 *
 * <p>The app runs within this process, once for each variant, and the hot user asks one thing after
 * the other, so that nothing else differs.
 */
final class Ablation {

  /** The first one warms up. */
  private static final int ROUNDS = 3;

  private static final int MOST_CALLS = 5;

  /** One call that takes so long tells enough, even within the warm-up. */
  private static final double SLOW_MILLIS = 1000;

  private static final long CELL_NANOS = 100_000_000;

  /** An endpoint as it is asked here. */
  private enum Ask {
    MEETINGS(Endpoint.MEETINGS_LIST, "meetings/list"),
    CONTACTS(Endpoint.MY_500, "my-500"),
    EVENT(Endpoint.EVENT, "events/{token}"),
    EFFECTS(Endpoint.EFFECTIVENESS, "effectiveness"),
    /** So many weeks that the algorithm shows beside the statement. */
    EVOLUTION(Endpoint.EVOLUTION, "evolution, 520 weeks");

    private final Endpoint endpoint;
    private final String label;

    Ask(Endpoint endpoint, String label) {
      this.endpoint = endpoint;
      this.label = label;
    }

    Call call(Form form, int serial) {
      Call call = endpoint.call(form, new Visit(0, 1, serial));
      return new Call(
          call.method(), call.uri().replace("weeks=12", "weeks=520"), call.headers(), call.body());
    }
  }

  private static final List<Ask> MEASURED = List.of(Ask.values());

  private static final Parts NO_PARTS = new Parts(Applied.NONE, Applied.NONE, Applied.NONE);

  private static final List<Variant> VARIANTS =
      List.of(
          new Variant("nothing (baseline)", Form.BASELINE, false, NO_PARTS, MEASURED),
          new Variant("indexes alone", Form.BASELINE, true, NO_PARTS, MEASURED),
          new Variant("statements alone", Form.OPTIMIZED, false, NO_PARTS, MEASURED),
          new Variant(
              "parallel queries alone",
              Form.BASELINE,
              false,
              NO_PARTS.withParallel(Applied.BOTH),
              List.of(Ask.MEETINGS, Ask.CONTACTS, Ask.EFFECTS)),
          new Variant(
              "cache alone, a hit",
              Form.BASELINE,
              false,
              NO_PARTS.withCache(Applied.BOTH),
              MEASURED),
          new Variant(
              "algorithm alone",
              Form.BASELINE,
              false,
              NO_PARTS.withAlgorithm(Applied.BOTH),
              List.of(Ask.EVOLUTION)),
          new Variant("all but indexes, no hit", Form.OPTIMIZED, false, uncached(), MEASURED),
          new Variant(
              "all but parallel queries, no hit",
              Form.OPTIMIZED,
              true,
              uncached().withParallel(Applied.NONE),
              MEASURED),
          new Variant(
              "all but algorithm, no hit",
              Form.OPTIMIZED,
              true,
              uncached().withAlgorithm(Applied.NONE),
              MEASURED),
          new Variant("all but cache, or no hit", Form.OPTIMIZED, true, uncached(), MEASURED),
          new Variant("all, a hit", Form.OPTIMIZED, true, Parts.DEFAULT, MEASURED));

  private final RemoteDatabase remote;
  private final DemoOptions options;
  private final Progress progress;

  Ablation(RemoteDatabase remote, DemoOptions options, Progress progress) {
    this.remote = remote;
    this.options = options;
    this.progress = progress;
  }

  /**
   * One way to run the app.
   *
   * @param measured where the variant differs from the others
   */
  private record Variant(
      String name, Form form, boolean indexes, Parts parts, List<Ask> measured) {}

  /** How long each endpoint took with a part, by its label, in the middle of its calls. */
  record Row(String part, Map<String, Double> p50Millis) {}

  private static Parts uncached() {
    return Parts.DEFAULT.withCache(Applied.NONE);
  }

  /** How long it takes, about. */
  static double plannedSeconds() {
    return 40;
  }

  List<Row> run() throws Exception {
    progress.begin("ablation: load the data");
    String unindexed = remote.create("unindexed", options.data(), false);
    String indexed = remote.create("indexed", options.data(), true);
    List<Cells> all = new ArrayList<>();
    try {
      for (Variant variant : VARIANTS) {
        all.add(new Cells(variant, variant.indexes() ? indexed : unindexed, options));
      }
      for (int round = 1; round <= ROUNDS; round++) {
        progress.begin("ablation: round " + round + " of " + ROUNDS);
        // The slowest come last, when the code is compiled.
        for (int i = all.size() - 1; i >= 0; i--) {
          all.get(i).ask(round > 1);
        }
        progress.done(plannedSeconds() / ROUNDS);
      }
      return all.stream().map(Cells::row).toList();
    } finally {
      for (Cells cells : all) {
        cells.app.close();
      }
    }
  }

  static String table(List<Row> rows) {
    List<String[]> cells = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("p50 ms of the hot user, with"));
    MEASURED.forEach(ask -> head.add(ask.label));
    cells.add(head.toArray(String[]::new));
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.part()));
      for (Ask ask : MEASURED) {
        Double millis = row.p50Millis().get(ask.label);
        line.add(millis == null ? "–" : ResultTable.millis(millis));
      }
      cells.add(line.toArray(String[]::new));
    }
    return ResultTable.aligned(cells);
  }

  /** The app of one variant, and what was measured of it. */
  private static final class Cells {

    private final Variant variant;
    private final App app;
    private final Client client;
    private final Map<Ask, List<Double>> millis = new EnumMap<>(Ask.class);

    Cells(Variant variant, String url, DemoOptions options) throws Exception {
      this.variant = variant;
      app =
          App.start(
              Options.defaults()
                  .withPorts(0, 0)
                  .withDatabase(DatabaseUrl.parse(url))
                  .withData(options.data())
                  .withIndexes(variant.indexes())
                  .withParts(variant.parts()));
      client = new Client(app.port());
    }

    /** Asks each endpoint once at least, and again as long as that takes little time. */
    void ask(boolean measured) throws Exception {
      for (Ask ask : variant.measured()) {
        if (slow(ask)) {
          continue;
        }
        long begin = System.nanoTime();
        for (int call = 0; call < MOST_CALLS && System.nanoTime() - begin < CELL_NANOS; call++) {
          long start = System.nanoTime();
          Sample sample = client.send(ask.call(variant.form(), call));
          double taken = (System.nanoTime() - start) / 1e6;
          if (sample.status() != 200) {
            throw new IllegalStateException(variant.name() + ", " + ask.label + ": " + sample);
          }
          if (measured || taken > SLOW_MILLIS) {
            millis.computeIfAbsent(ask, each -> new ArrayList<>()).add(taken);
          }
        }
      }
    }

    private boolean slow(Ask ask) {
      return millis.getOrDefault(ask, List.of()).stream().anyMatch(each -> each > SLOW_MILLIS);
    }

    Row row() {
      Map<String, Double> middles = new LinkedHashMap<>();
      millis.forEach((ask, all) -> middles.put(ask.label, middle(all)));
      return new Row(variant.name(), middles);
    }

    private static double middle(List<Double> all) {
      double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }
}

package io.rowcall.load.ablation;

import io.rowcall.load.service.Client;
import io.rowcall.load.service.Sample;
import io.rowcall.sample.App;
import io.rowcall.sample.Options;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.DatabaseUrl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The app in one configuration, and the latencies measured so far. */
final class Measurement implements AutoCloseable {

  private static final int MAX_CALLS = 5;

  /** A single call that takes this long is conclusive, even during warm-up. */
  private static final double SLOW_MILLIS = 1000;

  /** Time per probe and round after which no further call is made. */
  private static final long PROBE_NANOS = 100_000_000;

  private final Configuration configuration;
  private final App app;
  private final Client client;
  private final Map<Probe, List<Double>> latencies = new EnumMap<>(Probe.class);

  Measurement(Configuration configuration, String url, Volumes volumes) throws Exception {
    this.configuration = configuration;
    app =
        App.start(
            Options.defaults()
                .withPorts(0, 0)
                .withDatabase(DatabaseUrl.parse(url))
                .withData(volumes)
                .withIndexes(configuration.indexes())
                .withParts(configuration.parts()));
    client = new Client(app.port());
  }

  /** Calls each endpoint at least once, and again while that takes little time. */
  void measure(boolean warm) throws Exception {
    for (Probe probe : configuration.probes()) {
      if (!isSlow(probe)) {
        measure(probe, warm);
      }
    }
  }

  private void measure(Probe probe, boolean warm) throws Exception {
    long begin = System.nanoTime();
    for (int call = 0; call < MAX_CALLS && System.nanoTime() - begin < PROBE_NANOS; call++) {
      long start = System.nanoTime();
      Sample sample = client.send(probe.call(configuration.form(), call));
      double millis = (System.nanoTime() - start) / 1e6;
      if (sample.status() != 200) {
        throw new IllegalStateException(
            configuration.name() + ", " + probe.label() + ": " + sample);
      }
      if (warm || millis > SLOW_MILLIS) {
        latencies.computeIfAbsent(probe, each -> new ArrayList<>()).add(millis);
      }
    }
  }

  private boolean isSlow(Probe probe) {
    return latencies.getOrDefault(probe, List.of()).stream().anyMatch(each -> each > SLOW_MILLIS);
  }

  Ablation.Row row() {
    Map<String, Double> medians = new LinkedHashMap<>();
    latencies.forEach((probe, millis) -> medians.put(probe.label(), median(millis)));
    return new Ablation.Row(configuration.name(), medians);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  @Override
  public void close() throws Exception {
    app.close();
  }
}

package io.rowcall.load.ablation;

import io.rowcall.load.database.RemoteDatabase;
import io.rowcall.load.run.Progress;
import io.rowcall.sample.data.Volumes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures what each part of the optimization is worth: nothing, each part alone, everything but
 * one, and everything. Parts do not add up, so nothing here is a sum.
 *
 * <p>The app runs within this process, once per configuration, and the hot user sends one request
 * after the other, so that nothing else differs.
 */
public final class Ablation {

  /** The first round warms up. */
  private static final int ROUNDS = 3;

  private final RemoteDatabase remote;
  private final Volumes volumes;
  private final Progress progress;

  public Ablation(RemoteDatabase remote, Volumes volumes, Progress progress) {
    this.remote = remote;
    this.volumes = volumes;
    this.progress = progress;
  }

  /** Median latency of each probed endpoint, by its label, with one set of parts. */
  public record Row(String part, Map<String, Double> p50Millis) {}

  /** Rough duration of a run. */
  public static double plannedSeconds() {
    return 40;
  }

  public List<Row> run() throws Exception {
    progress.begin("ablation: load the data");
    String unindexed = remote.create("unindexed", volumes, false);
    String indexed = remote.create("indexed", volumes, true);
    List<Measurement> measurements = new ArrayList<>();
    try {
      for (Configuration each : Configuration.ALL) {
        measurements.add(new Measurement(each, each.indexes() ? indexed : unindexed, volumes));
      }
      for (int round = 1; round <= ROUNDS; round++) {
        progress.begin("ablation: round " + round + " of " + ROUNDS);
        // The slowest configurations run last, when the code is compiled.
        for (int i = measurements.size() - 1; i >= 0; i--) {
          measurements.get(i).measure(round > 1);
        }
        progress.done(plannedSeconds() / ROUNDS);
      }
      return measurements.stream().map(Measurement::row).toList();
    } finally {
      for (Measurement each : measurements) {
        each.close();
      }
    }
  }
}

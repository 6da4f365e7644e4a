package io.rowcall.load.ablation;

import static io.rowcall.load.ablation.Probe.CONTACTS;
import static io.rowcall.load.ablation.Probe.EFFECTS;
import static io.rowcall.load.ablation.Probe.EVOLUTION;
import static io.rowcall.load.ablation.Probe.MEETINGS;

import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.wiring.Applied;
import io.rowcall.sample.wiring.Parts;
import java.util.List;

/**
 * Set of optimizations with which the app runs.
 *
 * @param probes endpoints for which the configuration makes a difference
 */
record Configuration(String name, Form form, boolean indexes, Parts parts, List<Probe> probes) {

  private static final List<Probe> EVERY_PROBE = List.of(Probe.values());
  private static final Parts NO_PARTS = new Parts(Applied.NONE, Applied.NONE, Applied.NONE);
  private static final Parts UNCACHED = Parts.DEFAULT.withCache(Applied.NONE);

  static final List<Configuration> ALL =
      List.of(
          baseline("nothing (baseline)", NO_PARTS),
          new Configuration("indexes alone", Form.BASELINE, true, NO_PARTS, EVERY_PROBE),
          new Configuration("statements alone", Form.OPTIMIZED, false, NO_PARTS, EVERY_PROBE),
          baseline(
              "parallel queries alone",
              NO_PARTS.withParallel(Applied.BOTH),
              MEETINGS,
              CONTACTS,
              EFFECTS),
          baseline("cache alone, a hit", NO_PARTS.withCache(Applied.BOTH)),
          baseline("algorithm alone", NO_PARTS.withAlgorithm(Applied.BOTH), EVOLUTION),
          new Configuration(
              "all but indexes, no hit", Form.OPTIMIZED, false, UNCACHED, EVERY_PROBE),
          optimized("all but parallel queries, no hit", UNCACHED.withParallel(Applied.NONE)),
          optimized("all but algorithm, no hit", UNCACHED.withAlgorithm(Applied.NONE)),
          optimized("all but cache, or no hit", UNCACHED),
          optimized("all, a hit", Parts.DEFAULT));

  private static Configuration baseline(String name, Parts parts, Probe... probes) {
    return new Configuration(
        name, Form.BASELINE, false, parts, probes.length == 0 ? EVERY_PROBE : List.of(probes));
  }

  private static Configuration optimized(String name, Parts parts) {
    return new Configuration(name, Form.OPTIMIZED, true, parts, EVERY_PROBE);
  }
}

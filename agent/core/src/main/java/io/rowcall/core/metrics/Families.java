package io.rowcall.core.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import io.rowcall.core.record.BucketCounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metric families under construction: values of equal labels add up. */
final class Families {
  private final Map<Metric, Map<Labels, double[]>> numbers =
      new EnumMap<Metric, Map<Labels, double[]>>(Metric.class);
  private final Map<Metric, List<HistogramDataPointSnapshot>> histograms =
      new EnumMap<Metric, List<HistogramDataPointSnapshot>>(Metric.class);

  /** Adds to a counter, a gauge or an info. */
  void add(Metric metric, double value, String... labels) {
    values(metric, labels)[0] += value;
  }

  /** Adds to a summary. */
  void add(Metric metric, long count, double sum, String... labels) {
    double[] values = values(metric, labels);
    values[0] += count;
    values[1] += sum;
  }

  private double[] values(Metric metric, String... labels) {
    Map<Labels, double[]> family = numbers.get(metric);
    if (family == null) {
      family = new LinkedHashMap<Labels, double[]>();
      numbers.put(metric, family);
    }
    Labels key = Labels.of(labels);
    double[] values = family.get(key);
    if (values == null) {
      values = new double[2];
      family.put(key, values);
    }
    return values;
  }

  void addHistogram(
      Metric metric,
      double[] upperBounds,
      BucketCounts counts,
      double sum,
      Exemplars exemplars,
      String... labels) {
    List<HistogramDataPointSnapshot> family = histograms.get(metric);
    if (family == null) {
      family = new ArrayList<HistogramDataPointSnapshot>();
      histograms.put(metric, family);
    }
    double[] bounds = new double[upperBounds.length + 1];
    System.arraycopy(upperBounds, 0, bounds, 0, upperBounds.length);
    bounds[upperBounds.length] = Double.POSITIVE_INFINITY;
    family.add(
        new HistogramDataPointSnapshot(
            ClassicHistogramBuckets.of(bounds, counts.counts()),
            sum,
            Labels.of(labels),
            exemplars,
            0));
  }

  MetricSnapshots snapshots() {
    List<MetricSnapshot> families = new ArrayList<MetricSnapshot>();
    for (Map.Entry<Metric, List<HistogramDataPointSnapshot>> family : histograms.entrySet()) {
      families.add(new HistogramSnapshot(metadata(family.getKey()), family.getValue()));
    }
    for (Map.Entry<Metric, Map<Labels, double[]>> family : numbers.entrySet()) {
      families.add(snapshot(family.getKey(), family.getValue().entrySet()));
    }
    return new MetricSnapshots(families);
  }

  private static MetricSnapshot snapshot(
      Metric metric, Collection<Map.Entry<Labels, double[]>> values) {
    switch (metric.type) {
      case "counter":
        List<CounterDataPointSnapshot> counters = new ArrayList<CounterDataPointSnapshot>();
        for (Map.Entry<Labels, double[]> value : values) {
          counters.add(new CounterDataPointSnapshot(value.getValue()[0], value.getKey(), null, 0));
        }
        return new CounterSnapshot(metadata(metric), counters);
      case "summary":
        List<SummaryDataPointSnapshot> summaries = new ArrayList<SummaryDataPointSnapshot>();
        for (Map.Entry<Labels, double[]> value : values) {
          summaries.add(
              SummaryDataPointSnapshot.builder()
                  .count((long) value.getValue()[0])
                  .sum(value.getValue()[1])
                  .labels(value.getKey())
                  .build());
        }
        return new SummarySnapshot(metadata(metric), summaries);
      case "info":
        List<InfoDataPointSnapshot> infos = new ArrayList<InfoDataPointSnapshot>();
        for (Map.Entry<Labels, double[]> value : values) {
          infos.add(new InfoDataPointSnapshot(value.getKey()));
        }
        return new InfoSnapshot(metadata(metric), infos);
      default:
        List<GaugeDataPointSnapshot> gauges = new ArrayList<GaugeDataPointSnapshot>();
        for (Map.Entry<Labels, double[]> value : values) {
          gauges.add(new GaugeDataPointSnapshot(value.getValue()[0], value.getKey(), null));
        }
        return new GaugeSnapshot(metadata(metric), gauges);
    }
  }

  private static MetricMetadata metadata(Metric metric) {
    return new MetricMetadata(metric.baseName(), metric.help());
  }
}

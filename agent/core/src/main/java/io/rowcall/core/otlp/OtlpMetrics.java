package io.rowcall.core.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.io.IOException;

/** Writes metrics under the names that Prometheus sees, cumulative since the start of the JVM. */
final class OtlpMetrics {
  private static final int CUMULATIVE = 2;

  private final OtlpJson request;
  private final JsonGenerator json;
  private final long startMillis;
  private final long nowMillis;

  private OtlpMetrics(OtlpJson request, long startMillis, long nowMillis) {
    this.request = request;
    this.json = request.json;
    this.startMillis = startMillis;
    this.nowMillis = nowMillis;
  }

  /** The body of a request. */
  static byte[] body(
      OtlpJson.Resource resource, MetricSnapshots metrics, long startMillis, long nowMillis)
      throws IOException {
    OtlpJson request = OtlpJson.begin("Metrics", resource);
    OtlpMetrics writer = new OtlpMetrics(request, startMillis, nowMillis);
    for (MetricSnapshot metric : metrics) {
      writer.write(metric);
    }
    return request.end();
  }

  private void write(MetricSnapshot metric) throws IOException {
    if (metric instanceof CounterSnapshot) {
      begin(metric, "sum");
      json.writeBooleanField("isMonotonic", true);
      json.writeNumberField("aggregationTemporality", CUMULATIVE);
      json.writeArrayFieldStart("dataPoints");
      for (CounterDataPointSnapshot point : ((CounterSnapshot) metric).getDataPoints()) {
        number(point.getLabels(), point.getValue());
      }
      end();
    } else if (metric instanceof GaugeSnapshot) {
      begin(metric, "gauge");
      json.writeArrayFieldStart("dataPoints");
      for (GaugeDataPointSnapshot point : ((GaugeSnapshot) metric).getDataPoints()) {
        number(point.getLabels(), point.getValue());
      }
      end();
    } else if (metric instanceof HistogramSnapshot) {
      begin(metric, "histogram");
      json.writeNumberField("aggregationTemporality", CUMULATIVE);
      json.writeArrayFieldStart("dataPoints");
      for (HistogramDataPointSnapshot point : ((HistogramSnapshot) metric).getDataPoints()) {
        histogram(point);
      }
      end();
    } else if (metric instanceof SummarySnapshot) {
      begin(metric, "summary");
      json.writeArrayFieldStart("dataPoints");
      for (SummaryDataPointSnapshot point : ((SummarySnapshot) metric).getDataPoints()) {
        beginPoint(point.getLabels());
        request.integer("count", point.getCount());
        json.writeNumberField("sum", point.getSum());
        json.writeEndObject();
      }
      end();
    }
  }

  private void begin(MetricSnapshot metric, String kind) throws IOException {
    String name = metric.getMetadata().getPrometheusName();
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("description", metric.getMetadata().getHelp());
    json.writeStringField("unit", name.endsWith("_seconds") ? "s" : "1");
    json.writeObjectFieldStart(kind);
  }

  private void end() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void number(Labels labels, double value) throws IOException {
    beginPoint(labels);
    json.writeNumberField("asDouble", value);
    json.writeEndObject();
  }

  private void histogram(HistogramDataPointSnapshot point) throws IOException {
    ClassicHistogramBuckets buckets = point.getClassicBuckets();
    beginPoint(point.getLabels());
    request.integer("count", point.getCount());
    json.writeNumberField("sum", point.getSum());
    json.writeArrayFieldStart("bucketCounts");
    for (int i = 0; i < buckets.size(); i++) {
      json.writeString(Long.toString(buckets.getCount(i)));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("explicitBounds");
    for (int i = 0; i < buckets.size() - 1; i++) { // The last one is infinite.
      json.writeNumber(buckets.getUpperBound(i));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void beginPoint(Labels labels) throws IOException {
    json.writeStartObject();
    request.millis("startTimeUnixNano", startMillis);
    request.millis("timeUnixNano", nowMillis);
    json.writeArrayFieldStart("attributes");
    for (Label label : labels) {
      request.attribute(label.getName(), label.getValue());
    }
    json.writeEndArray();
  }
}

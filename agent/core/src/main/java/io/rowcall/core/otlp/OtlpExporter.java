package io.rowcall.core.otlp;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.format.Example;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.format.Statement;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends metrics, and if asked for, spans of the example requests of findings, to a collector over
 * OTLP/HTTP. On a daemon of its own, so that a slow collector delays nothing; what cannot be sent
 * is not kept, since metrics are cumulative.
 */
public final class OtlpExporter implements Runnable {
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int MAX_KNOWN_EXAMPLES = 10_000;

  private final String endpoint;
  private final boolean spans;
  private final long intervalMillis;
  private final long startMillis;
  private final OtlpSource source;
  private final Set<String> sent = new HashSet<String>();
  private boolean failing;

  private OtlpExporter(
      String endpoint, boolean spans, long intervalMillis, long startMillis, OtlpSource source) {
    this.endpoint = endpoint.endsWith("/") ? endpoint : endpoint + "/";
    this.spans = spans;
    this.intervalMillis = intervalMillis;
    this.startMillis = startMillis;
    this.source = source;
  }

  /**
   * Starts to export.
   *
   * @param endpoint of the collector, without {@code v1/metrics}
   */
  public static void start(
      String endpoint, boolean spans, long intervalMillis, long startMillis, OtlpSource source) {
    Thread thread =
        new Thread(
            null,
            new OtlpExporter(endpoint, spans, intervalMillis, startMillis, source),
            "rowcall-otlp");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  @Override
  public void run() {
    ThreadState.current().ownedByAgent = true;
    while (true) {
      try {
        Thread.sleep(intervalMillis);
        export();
        failing = false;
      } catch (InterruptedException stopped) {
        return;
      } catch (IOException | RuntimeException | Error notSent) {
        if (!failing) {
          failing = true;
          source.onFailure(notSent);
        }
      }
    }
  }

  private void export() throws IOException {
    long now = System.currentTimeMillis();
    Report report = source.report();
    OtlpJson.Resource resource =
        new OtlpJson.Resource(report.run.service, report.run.instance, report.agent.version);
    MetricSnapshots metrics = source.metrics();
    post("v1/metrics", OtlpMetrics.body(resource, metrics, startMillis, now));
    byte[] body = spans ? spans(resource, report) : null;
    if (body != null) {
      post("v1/traces", body);
    }
  }

  /** The examples that were not sent before; null if there is none. */
  private byte @Nullable [] spans(OtlpJson.Resource resource, Report report) throws IOException {
    Map<String, String> statements = new HashMap<String, String>();
    for (Statement statement : report.statements) {
      statements.put(statement.id, statement.sql);
    }
    OtlpJson request = OtlpJson.begin("Spans", resource);
    OtlpSpans writer = new OtlpSpans(request);
    boolean any = false;
    for (Finding finding : report.findings) {
      Example example = finding.example;
      if (example != null
          && sent.size() < MAX_KNOWN_EXAMPLES
          && sent.add(finding.id + example.startedAt)) {
        writer.add(finding, example, Instant.parse(example.startedAt).toEpochMilli(), statements);
        any = true;
      }
    }
    return any ? request.end() : null;
  }

  private void post(String path, byte[] body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(endpoint + path).openConnection();
    try {
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setInstanceFollowRedirects(false);
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      int status = connection.getResponseCode();
      if (status / 100 != 2) {
        throw new IOException("HTTP status " + status);
      }
    } finally {
      connection.disconnect();
    }
  }
}

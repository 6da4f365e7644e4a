package io.rowcall.load.output;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.rowcall.load.ablation.Ablation;
import io.rowcall.load.claims.Claim;
import io.rowcall.load.run.Latency;
import io.rowcall.load.run.Result;
import io.rowcall.load.run.Variant;
import io.rowcall.load.service.AgentStats;
import io.rowcall.sample.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a result as JSON, and as CSV with one line per endpoint and variant. */
public final class ResultFiles {

  private ResultFiles() {}

  public static void write(
      Path folder, Result result, List<Claim> claims, List<Ablation.Row> ablation)
      throws IOException {
    Files.createDirectories(folder);
    Json.MAPPER
        .writer()
        .with(SerializationFeature.INDENT_OUTPUT)
        .writeValue(
            folder.resolve("results.json").toFile(),
            Map.of("result", result, "promises", claims, "ablation", ablation));
    List<String> lines = new ArrayList<>();
    lines.add(
        "endpoint,variant,answers,errors,meanMillis,p50Millis,p95Millis,p99Millis,mostQueries,findings,"
            + "hits,misses,promisedMillis");
    for (Result.Row row : result.endpoints()) {
      row.sides().forEach((variant, side) -> lines.add(line(row, variant, side)));
    }
    Files.write(folder.resolve("results.csv"), lines);
  }

  private static String line(Result.Row row, Variant variant, Result.Side side) {
    Latency latency = side.latency();
    AgentStats stats = side.seen();
    boolean cached = variant == Variant.OPTIMIZED;
    return String.join(
        ",",
        row.label(),
        variant.label(),
        Long.toString(latency.answers()),
        Long.toString(side.errors()),
        decimal(latency.meanMillis()),
        decimal(latency.p50Millis()),
        decimal(latency.p95Millis()),
        decimal(latency.p99Millis()),
        stats == null ? "" : Integer.toString(stats.mostExecutions()),
        stats == null ? "" : Long.toString(stats.findings()),
        cached ? Long.toString(row.lookups().hits()) : "",
        cached ? Long.toString(row.lookups().misses()) : "",
        Integer.toString(row.endpoint().target().afterMillis()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

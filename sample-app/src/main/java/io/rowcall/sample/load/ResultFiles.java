package io.rowcall.sample.load;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.rowcall.sample.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a result as JSON and, one line for each endpoint and lane, as CSV. */
final class ResultFiles {

  private ResultFiles() {}

  static void write(Path folder, Result result, List<Claim> promises, List<Ablation.Row> ablation)
      throws IOException {
    Files.createDirectories(folder);
    Json.MAPPER
        .writer()
        .with(SerializationFeature.INDENT_OUTPUT)
        .writeValue(
            folder.resolve("results.json").toFile(),
            Map.of("result", result, "promises", promises, "ablation", ablation));
    List<String> lines = new ArrayList<>();
    lines.add(
        "endpoint,lane,answers,errors,meanMillis,p50Millis,p95Millis,p99Millis,mostQueries,findings,"
            + "hits,misses,promisedMillis");
    for (Result.Row row : result.endpoints()) {
      row.sides().forEach((lane, side) -> lines.add(line(row, lane, side)));
    }
    Files.write(folder.resolve("results.csv"), lines);
  }

  private static String line(Result.Row row, Variant lane, Result.Side side) {
    Latency latency = side.latency();
    AgentStats seen = side.seen();
    boolean cached = lane == Variant.OPTIMIZED;
    return String.join(
        ",",
        row.label(),
        lane.label(),
        Long.toString(latency.answers()),
        Long.toString(side.errors()),
        decimal(latency.meanMillis()),
        decimal(latency.p50Millis()),
        decimal(latency.p95Millis()),
        decimal(latency.p99Millis()),
        seen == null ? "" : Integer.toString(seen.mostExecutions()),
        seen == null ? "" : Long.toString(seen.findings()),
        cached ? Long.toString(row.lookups().hits()) : "",
        cached ? Long.toString(row.lookups().misses()) : "",
        Integer.toString(row.endpoint().target().afterMillis()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

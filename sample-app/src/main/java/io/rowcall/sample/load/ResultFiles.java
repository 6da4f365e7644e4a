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
import org.jspecify.annotations.Nullable;

/** Writes a result as JSON and, one line for each endpoint, as CSV. */
final class ResultFiles {

  private ResultFiles() {}

  static void write(Path folder, Result result, List<Kpis.Kpi> kpis) throws IOException {
    Files.createDirectories(folder);
    Json.MAPPER
        .writer()
        .with(SerializationFeature.INDENT_OUTPUT)
        .writeValue(
            folder.resolve("results.json").toFile(), Map.of("result", result, "kpis", kpis));
    List<String> lines = new ArrayList<>();
    lines.add(
        "endpoint,queriesBefore,queriesAfter,p50MillisBefore,p50MillisAfter,p95MillisBefore,p95MillisAfter,"
            + "requestsBefore,requestsAfter,hitRatio,findingsBefore,findingsAfter,targetMillis");
    for (Result.Row row : result.endpoints()) {
      lines.add(
          String.join(
              ",",
              row.label(),
              text(row.before().queries()),
              text(row.after().queries()),
              decimal(row.before().p50Millis()),
              decimal(row.after().p50Millis()),
              decimal(row.before().p95Millis()),
              decimal(row.after().p95Millis()),
              Long.toString(row.before().requests()),
              Long.toString(row.after().requests()),
              text(row.hitRatio()),
              text(row.before().findings()),
              text(row.after().findings()),
              Integer.toString(row.endpoint().target().afterMillis())));
    }
    Files.write(folder.resolve("results.csv"), lines);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

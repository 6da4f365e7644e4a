package io.rowcall.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.core.config.Config;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.weave.catalog.Instrumentations;
import io.rowcall.format.Report;
import io.rowcall.format.read.ReportReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The report of the first moments, as the reader of all reports understands it. */
final class EarlyReportTest {

  @Test
  void isAReport() throws Exception {
    Report frame = new Report();
    frame.agent.version = "1.0";
    frame.run.service = "a \"shop\"\n\\ \ud83d\ude00";
    frame.run.instance = "1@host";
    frame.run.start = "2026-01-01T00:00:00.000Z";
    frame.run.end = "2026-01-01T00:00:01.000Z";
    frame.run.jvm = "a JVM";
    var config = Config.read(null, new Properties(), Map.of(), new File("no-such-folder"));
    var engine =
        new RecordingEngine(config, Instrumentations.libraries(), new DeferredRecorder(config));
    byte[] text = EarlyReport.text(frame, engine);
    Report report = ReportReader.read("early", new ByteArrayInputStream(text));
    assertEquals(Report.SCHEMA, report.schema);
    assertEquals("a \"shop\"?\\ ??", report.run.service);
    assertEquals("2026-01-01T00:00:01.000Z", report.run.end);
    assertEquals(1, report.run.running);
    assertEquals(0, report.totals.executions);
    assertEquals(List.of(), report.endpoints);
    assertHasRequiredFields(new ObjectMapper().readTree(text));
  }

  /** Readers rely on what the schema requires, in this report as in any other. */
  private static void assertHasRequiredFields(JsonNode report) throws IOException {
    JsonNode schema;
    try (InputStream in =
        Report.class.getResourceAsStream("/io/rowcall/format/rowcall-report-1.schema.json")) {
      schema = new ObjectMapper().readTree(in);
    }
    assertHas(schema.path("required"), report);
    assertHas(schema.at("/$defs/run/required"), report.path("run"));
    assertHas(schema.at("/$defs/totals/required"), report.path("totals"));
  }

  private static void assertHas(JsonNode required, JsonNode object) {
    assertFalse(required.isEmpty());
    for (JsonNode name : required) {
      assertTrue(object.has(name.asText()), () -> name + " is missing in " + object);
    }
  }
}

package io.rowcall.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.rowcall.format.read.ReportException;
import io.rowcall.format.read.ReportReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ReportFormatTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GOLDEN = "/golden/rowcall-report-1.json";

  @Test
  void roundTripsTheGoldenFile() throws IOException {
    assertEquals(golden(), write(read(golden())));
  }

  @Test
  void goldenFileMatchesTheSchema() throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaNode());
    assertEquals("[]", schema.validate(JSON.readTree(golden())).toString());
    var broken =
        JSON.readTree(golden().replaceFirst("\"requests\": \\d+", "\"requests\": \"one\""));
    assertTrue(!schema.validate(broken).isEmpty());
  }

  @Test
  void schemaAndModelHaveTheSameFields() throws Exception {
    JsonNode root = schemaNode();
    assertFields(Report.class, root);
    assertFields(Totals.class, root.at("/$defs/totals"));
    assertFields(Finding.class, root.at("/$defs/finding"));
    assertFields(Endpoint.class, root.at("/$defs/endpoint"));
    assertFields(Executions.class, root.at("/$defs/endpoint/properties/executions"));
    assertFields(EndpointStatement.class, root.at("/$defs/endpoint/properties/statements/items"));
    assertFields(Statement.class, root.at("/$defs/statement"));
    assertFields(Call.class, root.at("/$defs/call"));
    assertFields(EndpointCalls.class, root.at("/$defs/endpointCalls"));
    assertFields(Latency.class, root.at("/$defs/latency"));
    assertFields(CallSite.class, root.at("/$defs/callSite"));
    assertFields(Frame.class, root.at("/$defs/frame"));
    assertFields(Parent.class, root.at("/$defs/parent"));
    assertFields(Cache.class, root.at("/$defs/cache"));
    assertFields(Pool.class, root.at("/$defs/pool"));
    assertFields(SlowQuery.class, root.at("/$defs/slowQuery"));
    assertFields(SlowRequest.class, root.at("/$defs/slowRequest"));
    assertFields(Run.class, root.at("/$defs/run"));
    assertFields(Series.class, root.at("/$defs/series"));
    assertFields(Example.class, root.at("/$defs/example"));
    assertFields(ExampleExecution.class, root.at("/$defs/example/properties/timeline/items"));
    assertFields(Unattributed.class, root.at("/$defs/unattributed"));
  }

  @Test
  void schemaEnumeratesTheFindingsThatHaveAPage() throws IOException {
    var keys = new TreeSet<String>();
    try (var pages = Files.list(Path.of("../docs/findings"))) {
      pages
          .map(page -> page.getFileName().toString())
          .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
          .forEach(name -> keys.add(name.substring(0, name.length() - ".md".length())));
    }
    var enumerated = new TreeSet<String>();
    schemaNode()
        .at("/$defs/finding/properties/class/anyOf/0/enum")
        .forEach(key -> enumerated.add(key.asText()));
    assertEquals(keys, enumerated);
    assertTrue(keys.contains("n+1-select"), keys::toString);
  }

  @Test
  void writesTopLevelFieldsInOrder() throws IOException {
    var names = new ArrayList<String>();
    JSON.readTree(write(new Report())).fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "schema",
            "agent",
            "run",
            "totals",
            "findings",
            "endpoints",
            "statements",
            "caches",
            "pools",
            "slowQueries",
            "slowRequests"),
        names);
  }

  @Test
  void writesEveryFieldOfTheModel() throws Exception {
    Report report = filled(Report.class);
    report.schema = Report.SCHEMA;
    String text = write(report);
    assertWritten(report, JSON.readTree(text));
    assertEquals(text, write(read(text)));
  }

  @Test
  void leavesOutOptionalFields() throws IOException {
    JsonNode finding = JSON.readTree(ReportWriter.text(new Finding()));
    for (String name : List.of("others", "callSite", "parent", "requestsWithMisses", "example")) {
      assertTrue(!finding.has(name), name);
    }
    assertTrue(finding.has("avoidableExecutions") && finding.has("evidence"));
  }

  /** A node whose fields, down to the leaves, are neither null nor empty nor 0. */
  private static <T extends ExtensibleNode> T filled(Class<T> type) throws Exception {
    T node = type.getDeclaredConstructor().newInstance();
    for (Field field : type.getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.set(node, value(field.getGenericType()));
      }
    }
    return node;
  }

  private static Object value(Type type) throws Exception {
    if (type instanceof ParameterizedType list) {
      return new ArrayList<>(List.of(value(list.getActualTypeArguments()[0])));
    }
    var known =
        Map.<Type, Object>of(
            String.class,
            "a",
            Long.class,
            7L,
            long.class,
            7L,
            int.class,
            7,
            long[].class,
            new long[] {7},
            double[].class,
            new double[] {7.25});
    if (type == double.class) {
      return 7.25;
    }
    return known.containsKey(type) ? known.get(type) : filled(nodeClass(type));
  }

  private static Class<? extends ExtensibleNode> nodeClass(Type type) {
    return ((Class<?>) type).asSubclass(ExtensibleNode.class);
  }

  private static void assertWritten(Object node, JsonNode json) throws IllegalAccessException {
    for (Field field : node.getClass().getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      JsonNode written = json.path(jsonName(field));
      Object value = field.get(node);
      assertTrue(!written.isMissingNode(), () -> field + " in " + json);
      if (value instanceof List<?> list) {
        assertEquals(1, written.size(), field::toString);
        value = list.get(0);
        written = written.get(0);
      }
      if (value instanceof ExtensibleNode) {
        assertWritten(value, written);
      }
    }
  }

  private static String jsonName(Field field) {
    return field.getName().equals("type") ? "class" : field.getName();
  }

  @Test
  void preservesUnknownFields() throws IOException {
    String text =
        golden()
            .replaceFirst("\"version\":", "\"color\": \"blue\",\n    \"version\":")
            .replaceFirst("\"median\":", "\"mode\": 3,\n        \"median\":");
    JsonNode again = JSON.readTree(write(read(text)));
    assertEquals("blue", again.at("/agent/color").asText());
    assertEquals(3, again.at("/findings/0/repeats/mode").asInt());
  }

  @Test
  void rejectsInvalidReportsWithTheirPosition() {
    String deep = "{\"schema\":\"rowcall-report/1\",\"extra\":" + "[".repeat(1_000_000);
    for (String invalid :
        List.of(
            "",
            "null",
            "[]",
            "{",
            "{}",
            "{\"schema\": \"rowcall-report/2\"}",
            "{\"schema\": \"rowcall-report/1\", \"totals\": {\"requests\": \"many\"}}",
            "{\"schema\": \"rowcall-report/1\", \"totals\": {\"requests\": NaN}}",
            "{\"schema\": \"rowcall-report/1\", \"schema\": \"rowcall-report/1\"}",
            "{\"schema\": \"rowcall-report/1\"} trailing",
            deep)) {
      var rejected = assertThrows(ReportException.class, () -> read(invalid), () -> head(invalid));
      String message = Objects.toString(rejected.getMessage());
      assertTrue(message.startsWith("test.json"), message);
      assertTrue(message.contains("expected") && message.contains("found"), message);
      assertTrue(message.length() < 2_000, () -> head(message));
    }
  }

  @Test
  void rejectsAnEndlessStringEarly() {
    var endless = new EndlessString();
    assertThrows(ReportException.class, () -> ReportReader.read("test.json", endless));
    assertTrue(endless.bytesRead < 200_000_000L, () -> endless.bytesRead + " bytes");
  }

  private static String head(String text) {
    return text.substring(0, Math.min(80, text.length()));
  }

  private static void assertFields(Class<?> model, JsonNode schema) {
    var inSchema = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(inSchema::add);
    var inModel = new TreeSet<String>();
    for (Field field : model.getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        inModel.add(jsonName(field));
      }
    }
    assertEquals(inSchema, inModel, model.getSimpleName());
  }

  private static Report read(String text) throws IOException {
    return ReportReader.read(
        "test.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String write(Report report) throws IOException {
    var out = new ByteArrayOutputStream();
    ReportWriter.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String golden() throws IOException {
    try (InputStream in = ReportFormatTest.class.getResourceAsStream(GOLDEN)) {
      return new String(Objects.requireNonNull(in, GOLDEN).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonNode schemaNode() throws IOException {
    try (InputStream in = Report.class.getResourceAsStream("rowcall-report-1.schema.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    }
  }

  /** A report whose schema version is a string of one gigabyte. */
  private static final class EndlessString extends InputStream {
    private static final byte[] START = "{\"schema\": \"".getBytes(StandardCharsets.UTF_8);
    private static final long SIZE = 1_000_000_000L;
    long bytesRead;

    @Override
    public int read() {
      return bytesRead >= SIZE ? -1 : bytesRead < START.length ? START[(int) bytesRead++] : next();
    }

    private int next() {
      bytesRead++;
      return 'a';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (bytesRead >= SIZE) {
        return -1;
      }
      for (int i = 0; i < length; i++) {
        buffer[offset + i] = (byte) read();
      }
      return length;
    }
  }
}

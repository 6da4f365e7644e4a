package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Reads and writes reports. Any thread. */
public final class ReportJson {
  /** Of one text; SQL is cut at 10,000 characters, and a histogram has less. */
  private static final int MAX_TEXT = 1_000_000;

  private static final int MAX_DEPTH = 100;
  private static final String SCHEMA_FILE = "rowcall-report-1.schema.json";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(MAX_TEXT)
                          .maxNameLength(MAX_TEXT / 100)
                          .maxNestingDepth(MAX_DEPTH)
                          .build())
                  .build())
          .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.PUBLIC_ONLY)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(
              new SimpleModule()
                  .addDeserializer(double.class, new FiniteDoubleDeserializer())
                  .addDeserializer(long.class, new CountDeserializer())
                  .addDeserializer(Long.class, new CountDeserializer())
                  .addDeserializer(EndpointStatement.class, new EndpointStatementReader()))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .build();
  private static final ObjectWriter WRITER = MAPPER.writer(printer());
  private static final ReportReader.Parsers READERS = new ReportReader.Parsers(MAPPER);

  private ReportJson() {}

  /**
   * Writes a report, indented by two spaces, lines ended by a line feed, in UTF-8.
   *
   * @throws IOException when the stream does
   */
  public static void write(Report report, OutputStream out) throws IOException {
    if (report.schema.isEmpty()) {
      report.schema = Report.SCHEMA;
    }
    WRITER.writeValue(out, report);
  }

  /**
   * Writes the same to a writer, which stays open.
   *
   * @throws IOException when the writer does
   */
  public static void write(Report report, Writer out) throws IOException {
    if (report.schema.isEmpty()) {
      report.schema = Report.SCHEMA;
    }
    try (JsonGenerator json = WRITER.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      WRITER.writeValue(json, report);
    }
  }

  /**
   * The JSON Schema of reports of the version that this model knows.
   *
   * @throws IOException when it is not in the jar
   */
  public static String schema() throws IOException {
    try (InputStream in = ReportJson.class.getResourceAsStream(SCHEMA_FILE)) {
      if (in == null) {
        throw new IOException(SCHEMA_FILE + " is not in the jar");
      }
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      byte[] buffer = new byte[8_192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        text.write(buffer, 0, read);
      }
      return new String(text.toByteArray(), StandardCharsets.UTF_8);
    }
  }

  /** A part of a report in one line, the same for equal parts. */
  public static String text(ExtensibleNode part) {
    try {
      return MAPPER.writeValueAsString(part);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads a report of the version that this model knows.
   *
   * @param name of the file, for the message
   * @throws ReportException when it is no such report; the message says where
   * @throws IOException when the stream fails
   */
  public static Report read(String name, InputStream in) throws IOException {
    Report report = new Report();
    report.schema = Report.SCHEMA;
    read(name, in, new ReportAssembler(report));
    return report;
  }

  /**
   * Reads a report part by part, in memory that does not grow with the length of the file.
   *
   * @param name of the file, for the message
   * @throws ReportException when it is no such report, or the receiver refuses a part; the message
   *     says where
   * @throws IOException when the stream fails
   */
  public static void read(String name, InputStream in, ReportVisitor parts) throws IOException {
    new ReportReader(READERS, name, in, parts).read();
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
  }
}

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

/** Reads and writes reports. Thread-safe. */
public final class ReportJson {
  /** Limit of one string. SQL is truncated to 10,000 characters, and histograms are shorter. */
  private static final int MAX_STRING = 1_000_000;

  private static final int MAX_DEPTH = 100;
  private static final String SCHEMA_FILE = "rowcall-report-1.schema.json";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(MAX_STRING)
                          .maxNameLength(MAX_STRING / 100)
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
  private static final ReportReader.Parsers PARSERS = new ReportReader.Parsers(MAPPER);

  private ReportJson() {}

  /**
   * Writes a report in UTF-8, indented by two spaces, with line feeds.
   *
   * @throws IOException if the stream fails
   */
  public static void write(Report report, OutputStream out) throws IOException {
    if (report.schema.isEmpty()) {
      report.schema = Report.SCHEMA;
    }
    WRITER.writeValue(out, report);
  }

  /**
   * As {@link #write(Report, OutputStream)}, to a writer that stays open.
   *
   * @throws IOException if the writer fails
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
   * The JSON Schema of the report version of this model.
   *
   * @throws IOException if it is missing from the jar
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

  /** A part of a report on one line; equal for equal parts. */
  public static String text(ExtensibleNode part) {
    try {
      return MAPPER.writeValueAsString(part);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads a whole report.
   *
   * @param name of the file, for messages
   * @throws ReportException if it is not a valid report; the message has the position
   * @throws IOException if the stream fails
   */
  public static Report read(String name, InputStream in) throws IOException {
    Report report = new Report();
    report.schema = Report.SCHEMA;
    read(name, in, new ReportAssembler(report));
    return report;
  }

  /**
   * Reads a report part by part. Memory does not grow with the length of the file.
   *
   * @param name of the file, for messages
   * @throws ReportException if it is not a valid report, or the visitor rejects a part; the message
   *     has the position
   * @throws IOException if the stream fails
   */
  public static void read(String name, InputStream in, ReportVisitor visitor) throws IOException {
    new ReportReader(PARSERS, name, in, visitor).read();
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

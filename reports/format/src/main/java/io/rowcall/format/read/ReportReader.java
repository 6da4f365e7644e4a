package io.rowcall.format.read;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Report;
import java.io.IOException;
import java.io.InputStream;

/** Reads reports. Thread-safe. */
public final class ReportReader {
  /** Limit of one string. SQL is truncated to 10,000 characters, and histograms are shorter. */
  private static final int MAX_STRING = 1_000_000;

  private static final int MAX_DEPTH = 100;
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
                  .addDeserializer(long[].class, new CountsDeserializer())
                  .addDeserializer(double[].class, new FiniteDoublesDeserializer())
                  .addDeserializer(EndpointStatement.class, new EndpointStatementReader()))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .build();
  private static final PartReader.Parsers PARSERS = new PartReader.Parsers(MAPPER);

  private ReportReader() {}

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
    new PartReader(PARSERS, name, in, visitor).read();
  }
}

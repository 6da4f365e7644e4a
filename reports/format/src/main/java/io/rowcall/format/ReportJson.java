package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads and writes reports. Any thread. */
public final class ReportJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.PUBLIC_ONLY)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(new SimpleModule().addDeserializer(double.class, new FiniteNumber()))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .build();
  private static final ObjectWriter WRITER = MAPPER.writer(printer());

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
   * Reads a report of the version that this model knows.
   *
   * @param name of the file, for the message
   * @throws ReportException when it is no such report; the message says where
   * @throws IOException when the stream fails
   */
  public static Report read(String name, InputStream in) throws IOException {
    Report report;
    try {
      report = MAPPER.readValue(in, Report.class);
    } catch (JsonProcessingException unreadable) {
      throw new ReportException(
          name
              + where(unreadable.getLocation())
              + ": expected a Rowcall report, found "
              + unreadable.getOriginalMessage(),
          unreadable);
    }
    if (report == null || !Report.SCHEMA.equals(report.schema)) {
      throw new ReportException(
          name
              + ": expected schema \""
              + Report.SCHEMA
              + "\", found "
              + (report == null ? "nothing" : "\"" + report.schema + "\"")
              + ". Read it with the version of rowcall that wrote it, or a newer one.");
    }
    return report;
  }

  private static String where(@org.jspecify.annotations.Nullable JsonLocation at) {
    return at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
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

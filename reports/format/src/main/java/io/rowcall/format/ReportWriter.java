package io.rowcall.format;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;

/**
 * Writes reports with Jackson's streaming generator alone. The agent ships no data binding, whose
 * 800 classes take longer to initialize than a first report takes to write. Thread-safe.
 */
public final class ReportWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ReportWriter() {}

  /**
   * Writes a report in UTF-8, indented by two spaces, with line feeds; each point list and each
   * execution of an example on one line. Closes the stream.
   *
   * @throws IOException if the stream fails
   */
  public static void write(Report report, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      write(report, json);
    }
  }

  /**
   * As {@link #write(Report, OutputStream)}, to a writer that stays open.
   *
   * @throws IOException if the writer fails
   */
  public static void write(Report report, Writer out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      write(report, json);
    }
  }

  private static void write(Report report, JsonGenerator json) throws IOException {
    if (report.schema.isEmpty()) {
      report.schema = Report.SCHEMA;
    }
    LineIndenter indenter = new LineIndenter();
    json.setPrettyPrinter(printer(indenter));
    new JsonFields(json, indenter).node(report);
  }

  /** A part of a report on one line; equal for equal parts. */
  public static String text(ExtensibleNode part) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      new JsonFields(json, new LineIndenter()).node(part);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private static DefaultPrettyPrinter printer(LineIndenter indenter) {
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}

package io.rowcall.html;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rowcall.diff.Difference;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
import io.rowcall.page.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report, or a comparison of two, as one HTML page that works from disk. */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Returns the page of one run.
   *
   * @throws IOException if the report cannot be written
   */
  public static String of(Report report) throws IOException {
    return new Page().embed("report", stream -> write(report, stream)).html();
  }

  /**
   * Returns the page of a run that is compared with another one.
   *
   * @param base reduced to what the page shows of it
   * @throws io.rowcall.format.read.ReportException if a histogram is damaged
   * @throws IOException if the report cannot be written
   */
  public static String comparing(Report base, Report report) throws IOException {
    Difference difference = Difference.between(base, report);
    reduce(base);
    return new Page()
        .embed("report", stream -> write(report, stream))
        .embed("base", stream -> write(base, stream))
        .embed("difference", stream -> JsonMapper.builder().build().writeValue(stream, difference))
        .html();
  }

  /** Leaves totals, findings, and the histograms of endpoints; the difference has the rest. */
  private static void reduce(Report base) {
    base.statements = List.of();
    base.slowQueries = List.of();
    base.slowRequests = List.of();
    for (Endpoint endpoint : base.endpoints) {
      endpoint.statements = List.of();
    }
  }

  /** On one line, which a browser parses faster. Unpaired surrogates become question marks. */
  private static void write(Report report, OutputStream stream) throws IOException {
    stream.write(ReportWriter.text(report).getBytes(StandardCharsets.UTF_8));
  }
}

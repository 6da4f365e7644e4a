package io.rowcall.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of the report version of this model. */
public final class ReportSchema {
  private static final String FILE = "rowcall-report-1.schema.json";

  private ReportSchema() {}

  /**
   * Returns the schema.
   *
   * @throws IOException if it is missing from the jar
   */
  public static String text() throws IOException {
    try (InputStream in = ReportSchema.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is not in the jar");
      }
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      byte[] buffer = new byte[8_192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        text.write(buffer, 0, read);
      }
      return new String(text.toByteArray(), StandardCharsets.UTF_8);
    }
  }
}

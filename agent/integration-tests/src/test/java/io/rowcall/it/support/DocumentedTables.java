package io.rowcall.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tables in {@code agent/docs} whose content tests verify. */
public final class DocumentedTables {
  private static final Path DOCS = ServiceCommand.SERVICES.resolve("../../docs").normalize();

  private DocumentedTables() {}

  /**
   * Returns the text between the comments {@code <!-- name -->} and {@code <!-- /name -->}.
   *
   * @throws AssertionError if the page does not have both comments
   */
  public static String read(String page, String name) throws IOException {
    String text = Files.readString(DOCS.resolve(page));
    String begin = "<!-- " + name + " -->\n";
    int start = text.indexOf(begin);
    int end = text.indexOf("<!-- /" + name + " -->");
    if (start < 0 || end < start) {
      throw new AssertionError("no table " + name + " in " + page);
    }
    return text.substring(start + begin.length(), end);
  }
}

package io.rowcall.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tables in {@code agent/README.md} whose content tests verify. */
public final class ReadmeTables {
  private static final Path README = ServiceCommand.SERVICES.resolve("../../README.md");

  private ReadmeTables() {}

  /**
   * Returns the text between the comments {@code <!-- name -->} and {@code <!-- /name -->}.
   *
   * @throws AssertionError if the README does not have both comments
   */
  public static String read(String name) throws IOException {
    String readme = Files.readString(README);
    String begin = "<!-- " + name + " -->\n";
    int start = readme.indexOf(begin);
    int end = readme.indexOf("<!-- /" + name + " -->");
    if (start < 0 || end < start) {
      throw new AssertionError("no table " + name + " in " + README);
    }
    return readme.substring(start + begin.length(), end);
  }
}

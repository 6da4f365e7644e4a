package io.rowcall.it.support;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The integration tests, and the tables in {@code agent/docs} that they generate. */
public final class Tests {
  private static final Path DOCS = ServiceCommand.SERVICES.resolve("../../docs").normalize();

  private Tests() {}

  /** Returns the documented table between the two comments with its name. */
  public static String documented(String page, String table) throws IOException {
    String text = Files.readString(DOCS.resolve(page));
    String begin = "<!-- " + table + " -->\n";
    return text.substring(
        text.indexOf(begin) + begin.length(), text.indexOf("<!-- /" + table + " -->"));
  }

  /** Returns all concrete tests, sorted by file. */
  public static List<Class<?>> all() throws IOException, ReflectiveOperationException {
    Path folder = Path.of("target/test-classes");
    var tests = new ArrayList<Class<?>>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '.');
        if (name.endsWith("IT.class")) {
          Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
          if (!Modifier.isAbstract(type.getModifiers())) {
            tests.add(type);
          }
        }
      }
    }
    return tests;
  }
}

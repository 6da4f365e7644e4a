package io.rowcall.agent;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tests of this package, and the tables in {@code agent/docs} that they generate. */
final class Tests {
  private static final Path DOCS = ServiceCommand.SERVICES.resolve("../../docs").normalize();

  private Tests() {}

  /** Returns the documented table between the two comments with its name. */
  static String documented(String page, String table) throws IOException {
    String text = Files.readString(DOCS.resolve(page));
    String begin = "<!-- " + table + " -->\n";
    return text.substring(
        text.indexOf(begin) + begin.length(), text.indexOf("<!-- /" + table + " -->"));
  }

  /** Returns all test classes except abstract contracts, by name. */
  static List<Class<?>> all() throws IOException, ReflectiveOperationException {
    Path folder = Path.of("target/test-classes/io/rowcall/agent");
    var tests = new ArrayList<Class<?>>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith("IT.class")) {
          Class<?> type =
              Class.forName(
                  "io.rowcall.agent." + name.substring(0, name.length() - ".class".length()));
          if (!Modifier.isAbstract(type.getModifiers())) {
            tests.add(type);
          }
        }
      }
    }
    return tests;
  }
}

package io.rowcall.agent;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tests beside this class, and the tables in {@code agent/README.md} that they answer for. */
final class Tests {
  private static final Path README = ServiceCommand.SERVICES.resolveSibling("README.md");

  private Tests() {}

  /** What the README says between the two comments of this name. */
  static String inReadme(String table) throws IOException {
    String readme = Files.readString(README);
    String begin = "<!-- " + table + " -->\n";
    return readme.substring(
        readme.indexOf(begin) + begin.length(), readme.indexOf("<!-- /" + table + " -->"));
  }

  /** All of them that are no contract, by name. */
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

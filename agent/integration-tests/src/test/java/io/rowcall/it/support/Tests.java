package io.rowcall.it.support;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The integration tests, and the tables in {@code agent/README.md} that they hold. */
public final class Tests {
  private static final Path README = ServiceCommand.SERVICES.resolve("../../README.md");

  private Tests() {}

  /** Returns what the README has between the two comments of this name. */
  public static String inReadme(String table) throws IOException {
    String readme = Files.readString(README);
    String begin = "<!-- " + table + " -->\n";
    return readme.substring(
        readme.indexOf(begin) + begin.length(), readme.indexOf("<!-- /" + table + " -->"));
  }

  /** All concrete tests, sorted by file. */
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

package io.rowcall.it.support;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists the integration tests of this module. */
public final class IntegrationTests {
  private IntegrationTests() {}

  /** All concrete test classes, sorted by file name. */
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

package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The advice of all instrumentations. */
final class AdviceClassTest {
  @Test
  void readsAllAdviceOfTheAgent() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Weaver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes.resolve("io/rowcall/core/weave"))) {
      files = all.filter(file -> file.toString().endsWith(".class")).toList();
    }
    int advice = 0;
    for (Path file : files) {
      AdviceClass read = AdviceClass.read(Files.readAllBytes(file));
      advice += read.enter == null && read.exit == null ? 0 : 1;
    }
    assertTrue(advice > 100, "advice classes: " + advice);
  }
}

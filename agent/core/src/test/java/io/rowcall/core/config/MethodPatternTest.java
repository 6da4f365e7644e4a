package io.rowcall.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MethodPatternTest {

  @Test
  void readsMethodsSeparatedByCommas() {
    List<MethodPattern> patterns = MethodPattern.parse("com.acme.Job#run, com.acme.Other$Part#*");

    assertNotNull(patterns);
    assertEquals("[com.acme.Job#run, com.acme.Other$Part#*]", patterns.toString());
    assertTrue(patterns.get(1).isAnyMethod());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com.acme.Job", "com.acme.Job.run", "com.acme.Job#run()", "#run", "a b#c"})
  void rejectsWhatIsNoMethod(String text) {
    assertNull(MethodPattern.parse(text));
  }

  @Test
  void explainsWhatIsExpected() {
    Config config =
        Config.read(
            "request.methods=com.acme.Job.run,quiet=true",
            new Properties(),
            Map.of(),
            new File("."));

    assertEquals(List.of(), config.methods());
    assertTrue(
        config.problems().get(0).contains("package.Class#method"), () -> config.problems() + "");
  }

  @Test
  void isAnArgumentWithCommas() {
    Config config =
        Config.read(
            "request.methods=a.B#c,a.D#*,quiet=true", new Properties(), Map.of(), new File("."));

    assertEquals(List.of(), config.problems());
    assertEquals("[a.B#c, a.D#*]", config.methods().toString());
    assertTrue(config.is(Setting.QUIET));
  }
}

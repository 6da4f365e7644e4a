package io.rowcall.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTest {
  @TempDir private Path folder;

  @Test
  void readmeContainsTheTableOfSettings() throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    String shown =
        readme.substring(
            readme.indexOf("<!-- settings -->\n") + "<!-- settings -->\n".length(),
            readme.indexOf("<!-- /settings -->"));
    assertEquals(Config.table(), shown);
  }

  @Test
  void argumentsOverridePropertiesOverrideTheEnvironmentOverridesTheFile() throws IOException {
    Files.writeString(
        folder.resolve("rowcall.properties"),
        "service=file\ninstance=file\nslow-query=1ms\nslow-request=4ms\n");
    var system = new Properties();
    system.setProperty("rowcall.service", "system");
    system.setProperty("rowcall.instance", "system");
    var environment =
        Map.of("ROWCALL_SERVICE", "env", "ROWCALL_INSTANCE", "env", "ROWCALL_SLOW_QUERY", "3ms");
    Config config = Config.read("service=arguments", system, environment, folder.toFile());
    assertEquals("arguments", config.text(Setting.SERVICE));
    assertEquals("system", config.text(Setting.INSTANCE));
    assertEquals(3_000_000, config.nanos(Setting.SLOW_QUERY));
    assertEquals(4_000_000, config.nanos(Setting.SLOW_REQUEST));
    assertEquals(10_000_000_000L, config.nanos(Setting.REPORT_INTERVAL));
    assertEquals(List.of(), config.problems());
  }

  @Test
  void ignoresThePropertiesOfBuildPlugins() {
    var system = new Properties();
    system.setProperty("rowcall.maven.skip", "false");
    system.setProperty("rowcall.junit.agent", "a.jar");
    system.setProperty("rowcall.mavens", "b");
    List<String> problems = Config.read(null, system, Map.of(), folder.toFile()).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).startsWith("system property rowcall.mavens:"), problems::toString);
  }

  @Test
  void printsNoPassword() {
    Config config = read("explain.url=jdbc:x:y?password=tiger,explain.password=tiger");
    assertTrue(config.effective().stream().noneMatch(line -> line.contains("tiger")));
    assertEquals("tiger", config.text(Setting.EXPLAIN_PASSWORD));
  }

  @Test
  void suggestsTheNearestKeyForAnUnknownOne() {
    Config config = read("slow-qurey=1ms");
    assertEquals(1, config.problems().size());
    assertTrue(config.problems().get(0).contains("slow-query"), config.problems()::toString);
  }

  @Test
  void explainsAnInvalidValueWithoutPrintingItAndKeepsTheDefault() {
    for (String invalid :
        List.of("slow-query=t1ger", "n1.repeats=-77", "headers=t1ger", "log.level=t1ger")) {
      Config config = read(invalid);
      assertEquals(1, config.problems().size(), invalid);
      String problem = config.problems().get(0);
      assertTrue(problem.contains(": expected "), problem);
      assertTrue(problem.contains(". Using the default, "), problem);
      assertFalse(problem.contains(invalid.substring(invalid.indexOf('=') + 1)), problem);
      assertEquals(read("").effective(), config.effective(), invalid);
    }
  }

  @Test
  void fallsBackFromAnInvalidValueToTheNextValidSource() throws IOException {
    Files.writeString(folder.resolve("rowcall.properties"), "slow-query=1ms\nheaders=false\n");
    var system = new Properties();
    system.setProperty("rowcall.slow-query", "slow");
    var environment = Map.of("ROWCALL_SLOW_QUERY", "3ms", "ROWCALL_HEADERS", "no");
    Config config = Config.read("slow-query=fast", system, environment, folder.toFile());
    assertEquals(3_000_000, config.nanos(Setting.SLOW_QUERY));
    assertFalse(config.is(Setting.HEADERS));
    assertEquals(
        List.of(
            "environment variable ROWCALL_HEADERS: expected true or false. Using the value of the"
                + " configuration file, headers.",
            "system property rowcall.slow-query: expected a number with ms, s, m or h. Using the"
                + " value of the environment variable ROWCALL_SLOW_QUERY.",
            "agent argument slow-query: expected a number with ms, s, m or h. Using the value of"
                + " the environment variable ROWCALL_SLOW_QUERY."),
        config.problems());
  }

  @Test
  void fallsBackFromAMissingFileToTheNextOne() throws IOException {
    Files.writeString(folder.resolve("other.properties"), "service=shop\n");
    Config config =
        Config.read(
            "config=missing.properties",
            new Properties(),
            Map.of("ROWCALL_CONFIG", "other.properties"),
            folder.toFile());
    assertEquals("shop", config.text(Setting.SERVICE));
    assertEquals(1, config.problems().size(), config.problems()::toString);
    assertTrue(config.problems().get(0).startsWith("config: the file does not exist."));
  }

  @Test
  void neverFails() {
    for (String odd :
        List.of(",", "=", "a", "=b", ",,=,", "service=", "config=/no/such/file", "\0")) {
      assertEquals("warn", read(odd).text(Setting.LOG_LEVEL), odd);
    }
  }

  @Test
  void readsDurationsInEveryUnit() {
    assertEquals(5_000_000L, read("slow-query=5ms").nanos(Setting.SLOW_QUERY));
    assertEquals(5_000_000_000L, read("slow-query=5s").nanos(Setting.SLOW_QUERY));
    assertEquals(300_000_000_000L, read("slow-query=5m").nanos(Setting.SLOW_QUERY));
    assertEquals(7_200_000_000_000L, read("slow-query=2h").nanos(Setting.SLOW_QUERY));
  }

  private Config read(String arguments) {
    return Config.read(arguments, new Properties(), Map.of(), new File(folder.toString()));
  }
}

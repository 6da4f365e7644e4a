package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.config.Config;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every finding is one check, one test, and one page. */
final class ChecksTest {
  private static final Path PAGES = Path.of("../../reports/docs/findings");

  private final Checks checks =
      new Checks(
          Config.read("config=none.properties", new Properties(), Map.of(), new File("/nowhere")));

  @Test
  void hasAPageForEachFindingAndNoOther() throws IOException {
    try (var files = Files.list(PAGES)) {
      var pages =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
              .map(name -> name.substring(0, name.length() - ".md".length()))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(
          checks.all().stream().map(Check::key).collect(Collectors.toCollection(TreeSet::new)),
          pages,
          "the keys in Checks and the pages in reports/docs/findings differ: a finding needs the"
              + " page <key>.md, a page needs its check in Checks");
    }
  }

  @Test
  void hasATestForEachFinding() {
    for (Check check : checks.all()) {
      String test = check.getClass().getName() + "Test";
      try {
        Class.forName(test);
      } catch (ClassNotFoundException missing) {
        throw new AssertionError(check.key() + " has no test: write " + test, missing);
      }
    }
  }

  @Test
  void hasEachCheckOfThePackageInTheList() throws Exception {
    var listed =
        checks.all().stream()
            .map(check -> check.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    var declared = new TreeSet<String>();
    try (var files = Files.list(Path.of("src/main/java/io/rowcall/core/findings"))) {
      for (Path file :
          files.filter(file -> file.toString().matches(".*[A-Za-z]\\.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        Class<?> type = Class.forName(Check.class.getPackageName() + "." + name);
        if (Check.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
          declared.add(name);
        }
      }
    }
    assertEquals(declared, listed, "a check is missing in the list of Checks");
  }

  @Test
  void namesEachFindingOnce() {
    var keys = checks.all().stream().map(Check::key).toList();
    assertEquals(keys.size(), new TreeSet<>(keys).size(), keys::toString);
    for (String key : keys) {
      assertTrue(key.matches("[a-z0-9+]+(-[a-z0-9]+)*"), key);
    }
  }
}

package io.rowcall.gate;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The gate knows exactly the findings that have a page, and reads all about them there. */
final class FindingPageTest {
  private static final Path PAGES = Path.of("../docs/findings");

  @Test
  void readsTheTitleTheSummaryAndTheDefaults() {
    FindingPage page = requireNonNull(FindingPage.ALL.get("n+1-select"));
    assertEquals("N+1: a query for every row", page.title());
    assertTrue(page.summary().startsWith("A request reads rows with one query"), page.summary());
    assertTrue(page.summary().endsWith("the batch fetching of the mapper."), page.summary());
    assertEquals(Level.ERROR, page.level());
    assertTrue(page.limitsRepeats());
    assertFalse(requireNonNull(FindingPage.ALL.get("large-result")).limitsRepeats());
  }

  @Test
  void hasEveryPageInItsRulesAndDefaultsAndNoOther() throws IOException {
    try (var files = Files.list(PAGES)) {
      var keys =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
              .map(name -> name.substring(0, name.length() - ".md".length()))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(keys, FindingPage.ALL.keySet());
      assertEquals(keys, Budget.DEFAULTS.keySet());
      assertTrue(RuleCatalog.ALL.keySet().containsAll(keys));
    }
  }

  @Test
  void agreesWithTheSchemaOfReports() throws IOException {
    var keys = new TreeSet<String>();
    try (var in = Report.class.getResourceAsStream("rowcall-report-1.schema.json")) {
      new ObjectMapper()
          .readTree(in)
          .at("/$defs/finding/properties/class/anyOf/0/enum")
          .forEach(key -> keys.add(key.asText()));
    }
    assertEquals(FindingPage.ALL.keySet(), keys);
  }

  @Test
  void hasEverySectionOnEveryPage() {
    FindingPage.ALL.forEach(
        (key, page) -> {
          for (String section :
              List.of(
                  "## How it is detected",
                  "## What does not count",
                  "## How to fix it",
                  "## Budget")) {
            assertTrue(
                page.markdown().contains("\n" + section + "\n"), () -> key + ".md: " + section);
          }
          assertTrue(page.summary().endsWith("."), () -> key + ".md: " + page.summary());
          page.markdown()
              .lines()
              .filter(line -> !line.startsWith("|"))
              .forEach(line -> assertTrue(line.length() <= 120, () -> key + ".md: " + line));
        });
  }

  @Test
  void refusesAPageWithoutItsKey() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> FindingPage.parse("full-scan", "# Full scan\n\nReads all rows.\n"));
    assertTrue(String.valueOf(refused.getMessage()).contains("Key `full-scan`"));
  }
}

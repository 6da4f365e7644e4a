package io.rowcall.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.gate.output.OutputFormat;
import io.rowcall.text.BuildVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference in reports/docs is complete and valid. */
final class DocumentationTest {
  private static final Path DOCS = Path.of("../docs");

  @TempDir private Path folder;

  @Test
  void containsAValidBudget() throws IOException {
    String text = Files.readString(DOCS.resolve("budget.md"));
    Matcher yaml = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(text);
    assertTrue(yaml.find());
    Budget budget = BudgetFile.read(Files.writeString(folder.resolve("budget.yml"), yaml.group(1)));
    assertEquals(100, budget.require().minRequests());
    assertEquals(3, budget.rules().size());
    assertEquals(1, budget.suppressions().size());
    assertEquals(
        "confirmed", new EffectiveRules(budget).classRule("GET /x", "duplicate").minVerdict());
  }

  @Test
  void documentsEveryOutput() throws IOException {
    String text = Files.readString(DOCS.resolve("outputs.md"));
    OutputFormat.names().forEach(name -> assertTrue(text.contains("| `" + name + "` |"), name));
  }

  @Test
  void linksToThePagesOfTheFindings() throws IOException {
    String text = Files.readString(DOCS.resolve("budget.md"));
    assertTrue(text.contains("](findings)"));
  }

  @Test
  void hasAHelpTextForEveryClassAndRule() {
    Budget.DEFAULTS.keySet().forEach(id -> assertTrue(RuleCatalog.ALL.containsKey(id), id));
    RuleCatalog.ALL.forEach(
        (id, text) -> assertTrue(text.help().strip().matches("(?s).*[.?]"), id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"junit.md", "maven-plugin.md"})
  void namesTheVersionOfTheBuild(String page) throws IOException {
    String text = Files.readString(DOCS.resolve(page));
    assertTrue(text.contains("<version>" + BuildVersion.get() + "</version>"), page);
  }

  @Test
  void linksToExistingFiles() throws IOException {
    try (var pages = Files.list(DOCS)) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".md")).toList()) {
        Matcher link = Pattern.compile("\\]\\((?!http)([^)#]+)").matcher(Files.readString(page));
        while (link.find()) {
          Path target = page.resolveSibling(link.group(1));
          assertTrue(Files.exists(target), () -> page + " links to " + target);
        }
      }
    }
  }
}

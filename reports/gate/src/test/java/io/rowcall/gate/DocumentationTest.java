package io.rowcall.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.gate.output.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports/README.md promises is there. */
final class DocumentationTest {
  private static final Path README = Path.of("../README.md");

  @TempDir private Path folder;

  @Test
  void containsAValidBudget() throws IOException {
    Matcher yaml = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(Files.readString(README));
    assertTrue(yaml.find());
    Budget budget = BudgetFile.read(Files.writeString(folder.resolve("budget.yml"), yaml.group(1)));
    assertEquals(100, budget.require().minRequests());
    assertEquals(3, budget.rules().size());
    assertEquals(1, budget.suppressions().size());
    assertEquals(
        "confirmed", new EffectiveRules(budget).classRule("GET /x", "duplicate").minVerdict());
  }

  @Test
  void documentsEveryOutputAndClass() throws IOException {
    String readme = Files.readString(README);
    OutputFormat.names().forEach(name -> assertTrue(readme.contains("| `" + name + "` |"), name));
    assertTrue(readme.contains("(docs/findings)"));
  }

  @Test
  void hasAHelpTextForEveryClassAndRule() {
    Budget.DEFAULTS.keySet().forEach(type -> assertTrue(RuleCatalog.ALL.containsKey(type), type));
    RuleCatalog.ALL.forEach(
        (id, text) -> assertTrue(text.help().strip().matches("(?s).*[.?]"), id));
  }
}

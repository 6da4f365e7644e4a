package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.gate.SampleReports;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets that are made to exhaust memory or time are rejected with one line. */
final class HostileBudgetTest {
  @TempDir private Path folder;
  private Path budget;

  @BeforeEach
  void writeReport() throws IOException {
    SampleReports.write(SampleReports.healthy(), folder.resolve("rowcall-a.json"));
    budget = folder.resolve("budget.yml");
  }

  /** Ten to the power of thirty nodes, if each alias were replaced by what it refers to. */
  @ParameterizedTest
  @ValueSource(strings = {"endpoints", "suppress", "unknown", "require"})
  void rejectsAliasesOfAliases(String key) throws IOException {
    var yaml = new StringBuilder("version: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      yaml.append("a").append(i).append(": &a").append(i).append(" [");
      yaml.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
    }
    Files.writeString(budget, yaml.append(key).append(": *a29\n"));
    assertRejected();
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoints: &a [*a]", "endpoints: &a {b: *a}", "? &a [*a]\n: 1"})
  void rejectsAliasesOfThemselves(String yaml) throws IOException {
    Files.writeString(budget, yaml);
    assertRejected();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void rejectsDeepNesting(String level) throws IOException {
    Files.writeString(budget, level.repeat(200_000));
    assertRejected();
  }

  @Test
  void rejectsAnEndlessKey() throws IOException {
    Files.writeString(budget, "x".repeat(4_000_000) + ": 1");
    assertRejected();
  }

  @Test
  void rejectsAHugeSparseFile() throws IOException {
    try (var sparse = new RandomAccessFile(budget.toFile(), "rw")) {
      sparse.setLength(8L << 30);
    }
    assertRejected();
  }

  @Test
  void createsNoObjectThatATagNames() throws IOException {
    Files.writeString(budget, "endpoints: !!javax.script.ScriptEngineManager [x]");
    assertRejected();
  }

  private void assertRejected() {
    Run run = rowcall("gate", "--budget", budget, folder.resolve("rowcall-a.json"));
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("budget.yml"), run::all);
    assertTrue(run.err().length() < 2_000, run::all);
  }
}

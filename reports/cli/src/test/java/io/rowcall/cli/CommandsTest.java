package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Properties of all commands. */
final class CommandsTest {
  @TempDir private Path folder;

  @Test
  void helpFitsOnOneScreen() {
    assertFits(rowcall("--help"), 24);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void commandHelpFitsOnOneScreen(String command) {
    assertFits(rowcall(command, "--help"), 40);
  }

  /** Except for budgets, which are YAML, and completion scripts. */
  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandWithFiguresSupportsJson(String command) {
    if (!Set.of("completion", "budget").contains(command)) {
      Run help = rowcall(command, "--help");
      assertTrue(help.out().contains("--json"), help::all);
    }
  }

  @Test
  void printsTheVersionOfTheBuild() {
    Run run = rowcall("--version");
    assertTrue(run.out().matches("rowcall \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), run::all);
  }

  @Test
  void printsTheReportSchema() throws IOException {
    try (var in = Report.class.getResourceAsStream("rowcall-report-1.schema.json")) {
      String schema = new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(schema, rowcall("schema").out());
      assertTrue(schema.contains("\"n+1-select\""), schema);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rowcall sh              | [show]
          rowcall                 | [budget, completion, diff, gate, html, mark, merge, schema, show]
          rowcall show --min      | [--min-queries]
          rowcall completion z    | [zsh]
          """)
  @EnabledOnOs(OS.LINUX)
  void completesInBash(String input, String completions) throws Exception {
    Path script = folder.resolve("rowcall.bash");
    Files.writeString(script, rowcall("completion", "bash").out());
    String commandWords = input.endsWith("rowcall") ? "rowcall ''" : input;
    String complete =
        """
        set -eu
        rowcall() { :; }
        source '%s'
        COMP_WORDS=(%s)
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMP_LINE="${COMP_WORDS[*]}"
        COMP_POINT=${#COMP_LINE}
        COMP_TYPE=9
        complete -p rowcall > /dev/null
        set +eu
        _complete_rowcall 2> /dev/null
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(script, commandWords);
    var bash =
        new ProcessBuilder("bash", "--norc", "-c", complete).redirectErrorStream(true).start();
    String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(bash.waitFor(60, TimeUnit.SECONDS), printed);
    var replies = new TreeSet<String>();
    printed.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(replies::add);
    replies.removeIf(reply -> input.equals("rowcall") && reply.startsWith("-"));
    assertEquals(completions, replies.toString(), printed);
  }

  @Test
  void completesZshThroughItsBashCompletion() {
    Run run = rowcall("completion", "zsh");
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().startsWith("autoload -U +X compinit && compinit\n"), run::all);
    assertTrue(run.out().contains("bashcompinit"), run::all);
  }

  @Test
  void rejectsAnUnsupportedShell() {
    Run run = rowcall("completion", "fish");
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("bash, zsh"), run::all);
  }

  static Set<String> commands() {
    return new TreeSet<>(new CommandLine(new Main()).getSubcommands().keySet());
  }

  private static void assertFits(Run run, int lines) {
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().lines().count() <= lines, run::all);
    assertTrue(run.out().lines().allMatch(line -> line.length() <= 80), run::all);
  }
}

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command rejects an invalid report with exit code 2, position and reason. */
final class HostileFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("rowcall-x.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "''                                                        | 1:1  | nothing",
        "null                                                      | 1:5  | other JSON",
        "[1]                                                       | 1:2  | other JSON",
        "hello                                                     | 1:1  | Unrecognized token",
        "{                                                         | 1:2  | end-of-input",
        "{}                                                        | 1:3  | found none",
        "'{\"name\": \"package\", \"version\": \"1\"}'                | 1:   | found none",
        "'{\"schema\": \"rowcall-report/2\"}'                        | 1:   | rowcall-report/2",
        "'{\"schema\": 7}'                                          | 1:   | no text",
        "'{\"schema\": \"rowcall-report/1\"} {}'                     | 1:   | more",
        "'{\"totals\": {\"databaseMillis\": NaN}}'                   | 1:   | NaN",
        "'{\"totals\": {\"requests\": -1}}'                          | 1:   | 0 or more",
        "'{\"totals\": {\"requests\": 1.5}}'                         | 1:   | whole number",
        "'{\"totals\": {\"requests\": 1}, \"totals\": {}}'            | 1:   | Duplicate",
        "'{\"totals\": {\"requests\": 1, \"requests\": 2}}'           | 1:   | Duplicate",
        "'{\"newer\": {\"a\": 1, \"b\": 2, \"a\": 2}}'                | 1:   | Duplicate",
        "'{\"endpoints\": {}}'                                      | 1:   | a list",
        "'{\"endpoints\": [7]}'                                     | 1:   | an object",
        "'{\"endpoints\": [null]}'                                  | 1:   | an object",
      })
  void rejects(String text, String position, String reason) throws IOException {
    Files.writeString(file, text);
    assertRejected("gate", position, reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "merge", "gate", "budget"})
  void everyCommandRejectsAnInvalidReport(String command) throws IOException {
    Files.writeString(file, "{\"schema\": \"rowcall-report/1\",\n\"totals\": {\"errors\": []}}");
    assertRejected(command, "2:", "expected a Rowcall report, found");
  }

  @Test
  void rejectsAFileTruncatedAnywhere() throws IOException {
    String whole = Files.readString(SampleReports.write(SampleReports.withLoop(20), file));
    for (int length = 0; length < whole.lastIndexOf('}'); length += 97) {
      Files.writeString(file, whole.substring(0, length));
      Run run = rowcall("gate", file);
      assertEquals(2, run.exitCode(), run::all);
      assertTrue(
          run.err().matches("(?s)rowcall: \\S+rowcall-x\\.json:\\d+:\\d+: expected .*"), run::all);
    }
  }

  @Test
  void rejectsAHugeSparseFile() throws IOException {
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(4L << 30);
    }
    assertRejected("gate", "1:2", "CTRL-CHAR, code 0");
  }

  @Test
  void reportsTheFirstOfSeveralInvalidFiles() throws IOException {
    Files.writeString(folder.resolve("rowcall-a.json"), "{");
    Files.writeString(file, "[");
    Run run = rowcall("gate", folder);
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("rowcall-a.json:1:2"), run::all);
  }

  private void assertRejected(String command, String position, String reason) {
    Run run = rowcall(command, file);
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("rowcall-x.json:" + position), run::all);
    assertTrue(run.err().contains(reason), run::all);
    assertTrue(run.err().contains("expected ") && run.err().contains("found "), run::all);
  }
}

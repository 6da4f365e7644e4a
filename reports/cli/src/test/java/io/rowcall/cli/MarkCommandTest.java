package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarkCommandTest {
  @TempDir private Path folder;

  @Test
  void touchesTheMarkFile() throws IOException {
    Run run = rowcall("mark", folder);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("gate and budget use requests that start after 20"), run::all);
    long first = Files.getLastModifiedTime(folder.resolve("mark")).toMillis();
    Run again = rowcall("mark", "--json", folder);
    assertTrue(again.out().startsWith("{\"marked\" : \"20"), again::all);
    assertTrue(Files.getLastModifiedTime(folder.resolve("mark")).toMillis() > first);
  }

  @Test
  void rejectsAMissingFolder() {
    Run run = rowcall("mark", folder.resolve("none"));
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("It is created with the first request."), run::all);
  }
}

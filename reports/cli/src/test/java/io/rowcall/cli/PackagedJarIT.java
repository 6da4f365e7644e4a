package io.rowcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar in a JVM of its own. */
final class PackagedJarIT {
  @TempDir private Path folder;

  @Test
  void gatesWithTheExitCodeOfTheVerdict() throws Exception {
    Reports.write(Reports.withLoop(20), folder.resolve("rowcall-a.json"));
    Run failed = new Jar(folder).rowcall(List.of(), "gate", folder);
    assertEquals(1, failed.exitCode(), failed::all);
    assertTrue(failed.out().contains("held to the defaults"), failed::all);
    Reports.write(Reports.healthy(), folder.resolve("rowcall-a.json"));
    assertEquals(0, new Jar(folder).rowcall(List.of(), "gate", folder).exitCode());
  }
}

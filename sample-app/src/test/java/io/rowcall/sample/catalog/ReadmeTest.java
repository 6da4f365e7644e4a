package io.rowcall.sample.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.sample.data.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadmeTest {

  @ParameterizedTest
  @EnumSource
  void statesTheCountsOfTheStandardData(Endpoint endpoint) throws IOException {
    String row =
        "| `"
            + endpoint.label()
            + "` | "
            + endpoint.executions(Form.BASELINE, Volumes.STANDARD)
            + " | "
            + endpoint.executions(Form.OPTIMIZED, Volumes.STANDARD)
            + " | "
            + endpoint.executionsAgain(Volumes.STANDARD)
            + " |";
    assertTrue(Files.readString(Path.of("README.md")).contains(row), row);
  }
}

package io.rowcall.it.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.DocumentedTables;
import io.rowcall.it.support.IntegrationTests;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Verifies the table of jobs in {@code agent/docs/supported.md} against the tests. */
final class JobsTableIT {

  @Test
  void matchesTheTests() throws Exception {
    assertEquals(table(), DocumentedTables.read("supported.md", "jobs"));
  }

  private static String table() throws Exception {
    var table = new StringBuilder("| work | tested | endpoints | test |\n|---|---|---|---|\n");
    for (Class<?> test : IntegrationTests.all()) {
      if (JobContract.class.isAssignableFrom(test)) {
        table.append(row((JobContract) test.getDeclaredConstructor().newInstance()));
      }
    }
    return table.toString();
  }

  private static String row(JobContract test) {
    String endpoints =
        new TreeSet<>(test.jobs().keySet())
            .stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    return "| %s | %s | %s | `%s` |\n"
        .formatted(
            test.work(),
            String.join(", ", test.libraries()),
            endpoints,
            test.getClass().getSimpleName());
  }
}

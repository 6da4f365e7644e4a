package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A driver whose class loader serves no class files. SQLite's statements inherit their methods, so
 * it cannot be decided on them before they are loaded.
 */
@Shows(Promise.HIDDEN_CLASS_FILES)
final class HiddenClassFilesIT {
  @TempDir private Path folder;

  @Test
  void countsADriverWithoutClassFiles() throws Exception {
    ServiceCommand command =
        ServiceCommand.of("jdk", folder)
            .jvmArg("-Djava.system.class.loader=io.acme.jdk.HidingClassLoader")
            .jvmArg("-Dshop.url=jdbc:sqlite:shop.db?synchronous=OFF");
    try (ServiceProcess service = command.start()) {
      for (int i = 0; i < 5; i++) {
        // The driver executes two pragmas per connection.
        assertEquals("13", service.get("/loop/10").header("X-Query-Count"));
      }
      service.exit();
    }
    Report report = Report.in(folder);
    assertEquals(65, report.endpoint("/loop").at("/executions/total").asLong());
    assertEquals(1, report.findings("/loop", "n+1-select").size(), report.json()::toString);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}

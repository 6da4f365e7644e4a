package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loops of {@link DriversIT}, on a real MariaDB. */
@Tag("compat")
final class DriversOnMariaDbIT {
  private static final String DRIVER = "MariaDB";

  @Test
  void confirmsALoopForEveryWayToBindAndRead(@TempDir Path folder) throws Exception {
    Map<String, Integer> statuses;
    try (ServiceProcess service =
        ServiceCommand.of("mariadb", folder).jvmArg("-Dmariadb.service=drivers").start()) {
      statuses = DriversIT.statuses(service, DRIVER);
      service.terminate();
    }
    assertEquals(
        List.of("rows-getMoreResults", "array-twice"),
        statuses.keySet().stream()
            .filter(loop -> !Integer.valueOf(200).equals(statuses.get(loop)))
            .toList());
    assertEquals(List.of(), DriversIT.mismatches(Map.of(DRIVER, statuses), Report.in(folder)));
  }
}

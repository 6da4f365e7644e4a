package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code -Xverify:all} also verifies the classes of the bootstrap loader, and each class while it
 * is defined, before the classes it refers to.
 */
@Shows(Promise.JAVA_VERSIONS)
final class VerifyAllIT {
  @TempDir private Path folder;

  static Stream<Arguments> jvms() {
    return Stream.concat(Stream.of(Jdks.current()), Jdks.additional())
        .flatMap(
            home ->
                Stream.of(
                        "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1", "jdbc:sqlite:shop.db?synchronous=OFF")
                    .map(url -> Arguments.of(home, url)));
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void countsWithEveryClassVerified(Path home, String url) throws IOException {
    ServiceCommand command =
        ServiceCommand.of("jdk", folder)
            .onJdk(home)
            .jvmArg("-Xverify:all")
            .jvmArg("-Dshop.connections=hikari")
            // SQLite's driver validates connections with a statement; this setting avoids it.
            .jvmArg("-Dcom.zaxxer.hikari.aliveBypassWindowMs=600000")
            .jvmArg("-Dshop.url=" + url);
    try (ServiceProcess service = command.start()) {
      assertEquals("11", service.get("/loop/10").header("X-Query-Count"));
      assertEquals("1", service.get("/batch/10").header("X-Query-Count"));
      service.exit();
    }
    Report report = Report.in(folder);
    assertEquals(11, report.endpoint("/loop").at("/executions/total").asLong());
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}

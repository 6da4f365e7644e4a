package io.rowcall.it.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Far more statements and endpoints than the agent keeps, each endpoint with an N+1, and statements
 * that nobody closes, with a heap of 64 MB: the bounds hold, the totals stay exact, and the report
 * says what is missing.
 */
@Tag("compat")
final class OverloadIT {
  private static final int TEXTS = 100_000;
  private static final int LEAKED = 100_000;
  private static final int ENDPOINTS = 600;
  private static final int LOOPS = 10;

  @TempDir private Path folder;

  @Test
  @Shows(Promise.OVERLOAD)
  void keepsItsBoundsAndExactTotals() throws IOException {
    long executions;
    String withAgent;
    try (ServiceProcess service = command().start()) {
      withAgent = drive(service);
      executions = Long.parseLong(withAgent.split(" ", 2)[0]);
      service.terminate();
      assertFalse(service.output().contains("OutOfMemoryError"), service::output);
    }
    Report report = Report.in(folder);
    assertEquals(5L * LOOPS * ENDPOINTS + TEXTS + LEAKED, executions);
    assertEquals(executions, report.total("executions"), report::totals);
    assertEquals(ENDPOINTS + 3, report.total("requests"), report::totals);
    assertEquals(0, report.total("droppedRequests"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertTrue(report.total("overflowedEndpoints") > ENDPOINTS / 2, report::totals);
    assertTrue(report.total("overflowedStatements") > TEXTS / 2, report::totals);
    assertTrue(report.json().path("endpoints").size() <= 251, report::totals);
    assertTrue(report.json().path("statements").size() <= 1_001, report::totals);
    assertTrue(report.json().path("findings").size() <= 500, report::totals);
    Path file = Report.files(folder.resolve("rowcall-reports")).get(0);
    assertTrue(Files.size(file) < 20_000_000, () -> file + ": " + file.toFile().length());
    try (ServiceProcess service = command().withoutAgent().start()) {
      System.out.println(
          "executions, full collections: " + withAgent + "; without: " + drive(service));
    }
  }

  private static String drive(ServiceProcess service) throws IOException {
    var random = new Random(3);
    for (int i = 0; i < ENDPOINTS; i++) {
      service.get("/" + word(random) + "/" + word(random) + "?" + LOOPS);
    }
    service.get("/texts/" + TEXTS);
    service.get("/leak/" + LEAKED);
    return service.get("/gc/1").text();
  }

  /** Pronounceable, so that it reads like a part of a route. */
  private static String word(Random random) {
    var word = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      word.append("bdklmnrst".charAt(random.nextInt(9))).append("aeio".charAt(random.nextInt(4)));
    }
    return word.toString();
  }

  private ServiceCommand command() {
    String classes =
        OverloadProgram.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return ServiceCommand.of("jdk", folder)
        .jvmArg("-Xmx64m")
        .jvmArg("-XX:+UseSerialGC")
        .program(
            "-cp",
            classes + File.pathSeparator + ServiceCommand.SERVICES.resolve("jdk/target/lib") + "/*",
            OverloadProgram.class.getName());
  }
}

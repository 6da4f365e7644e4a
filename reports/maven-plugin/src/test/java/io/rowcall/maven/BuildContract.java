package io.rowcall.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behavior of builds with every Maven version. */
abstract class BuildContract {
  @TempDir Path folder;

  abstract MavenBuild build(Path folder) throws IOException;

  /** Builds of one checkout, in the order in which a developer would run them. */
  @Test
  void failsABuildWithAnNPlusOneAndPassesItAfterTheFix() throws Exception {
    MavenBuild build = build(folder);
    build
        .run("verify", "-Dshop.naive=true")
        .failed()
        .printed("[ERROR] FAIL  TEST io.acme.items.ItemsTest.findsTheItemsOfAllOrders")
        .printed("N+1: SELECT ITEMS ×8 (8 distinct binds) at Items.java:")
        .printed("Rowcall: failed: 1 error, ");
    String sarif = Files.readString(folder.resolve("target/rowcall.sarif"));
    assertTrue(sarif.contains("items/src/main/java/io/acme/items/Items.java"), sarif);

    Files.writeString(
        folder.resolve("rowcall-budget.yml"),
        """
        version: 1
        endpoints:
          "TEST io.acme.items.ItemsTest.findsTheItemsOfAllOrders": {queries: 1}
        """);
    MavenBuild.Result fixed = build.run("verify").passed();
    fixed
        .printed("argLine set to -javaagent:")
        .printed("The last module will process the reports of all modules.")
        .printed("[INFO] passed: 0 errors, ")
        .printed("; budget: " + folder.toRealPath().resolve("rowcall-budget.yml"));
    assertFalse(fixed.text().replace("rowcall: attached", "").contains("rowcall: "), fixed.text());
    String shown = Files.readString(folder.resolve("target/rowcall-report.txt"));
    assertTrue(shown.contains("3 requests, 0 errors"), shown);
    for (String test : new String[] {"orders.OrdersTest.counts", "orders.OrdersIT.counts"}) {
      assertTrue(shown.contains("TEST io.acme." + test), shown);
    }
    assertTrue(Files.exists(folder.resolve("target/rowcall-report.json")));
    assertEquals(2, reports("orders"), "one by Surefire, one by Failsafe");
    assertEquals(1, reports("items"));
    assertEquals(0, reports("plain"));
  }

  private long reports(String module) throws IOException {
    Path reports = folder.resolve(module).resolve("target/rowcall-reports");
    if (!Files.isDirectory(reports)) {
      return 0;
    }
    try (var files = Files.list(reports)) {
      return files.count();
    }
  }
}

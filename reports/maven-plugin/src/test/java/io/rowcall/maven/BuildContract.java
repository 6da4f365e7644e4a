package io.rowcall.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds do with every Maven. */
abstract class BuildContract {
  @TempDir Path folder;

  abstract MavenBuild build(Path folder) throws IOException;

  /** The builds of one checkout, in the order in which a developer makes them. */
  @Test
  void failsABuildWhoseTestsAskRowByRowAndPassesItWhenTheyDoNotAnyMore() throws Exception {
    MavenBuild build = build(folder);
    build
        .run("verify", "-Dshop.naive=true")
        .failed()
        .said("[ERROR] FAIL  TEST io.acme.items.ItemsTest.findsTheItemsOfAllOrders")
        .said("N+1: SELECT ITEMS ×8 (8 distinct binds) at Items.java:")
        .said("Rowcall: failed: 1 error, ");
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
        .said("argLine set to -javaagent:")
        .said("The last module looks at the reports of all.")
        .said("[INFO] passed: 0 errors, ")
        .said(" held to " + folder.toRealPath().resolve("rowcall-budget.yml"));
    assertFalse(fixed.text().replace("rowcall: attached", "").contains("rowcall: "), fixed.text());
    String shown = Files.readString(folder.resolve("target/rowcall-report.txt"));
    assertTrue(shown.contains("3 requests, 0 errors"), shown);
    for (String test : new String[] {"orders.OrdersTest.counts", "orders.OrdersIT.counts"}) {
      assertTrue(shown.contains("TEST io.acme." + test), shown);
    }
    assertTrue(Files.exists(folder.resolve("target/rowcall-report.json")));
    assertEquals(2, reports("orders"), "one of Surefire, one of Failsafe");
    assertEquals(1, reports("items"));
    assertEquals(0, reports("plain"));
  }

  private long reports(String module) throws IOException {
    Path of = folder.resolve(module).resolve("target/rowcall-reports");
    if (!Files.isDirectory(of)) {
      return 0;
    }
    try (var files = Files.list(of)) {
      return files.count();
    }
  }
}

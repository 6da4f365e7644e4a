package io.rowcall.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Builds with the newest Maven version. */
@Tag("compat")
final class NewestMavenIT extends BuildContract {
  @Override
  MavenBuild build(Path folder) throws IOException {
    return MavenBuild.of("shop", folder).withNewestMaven();
  }

  @Test
  void processesAllModulesOnceInAnyBuildOrder() throws Exception {
    MavenBuild.Result built = build(folder).run("verify", "-T", "3", "-Dshop.naive=true").failed();
    built.printed("N+1: SELECT ITEMS ×8 (8 distinct binds) at Items.java:");
    assertEquals(2, built.text().split("rowcall-report.txt|Rowcall: failed: ", -1).length - 1);
  }
}

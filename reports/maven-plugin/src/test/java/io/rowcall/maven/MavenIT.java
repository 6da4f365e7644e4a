package io.rowcall.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Builds with the Maven that builds Rowcall. */
final class MavenIT extends BuildContract {
  @Override
  MavenBuild build(Path folder) throws IOException {
    return MavenBuild.of("shop", folder);
  }

  @Test
  void saysWhereTheAgentIsLostAndPassesNoBuildThatShowsNothing() throws Exception {
    build(folder)
        .run("verify", "-pl", "orders", "-Pown-arg-line")
        .failed()
        .said(
            "[WARNING] maven-surefire-plugin starts its JVMs with"
                + " <argLine>-Dshop.mark=kept</argLine>, so they get no agent. Write"
                + " <argLine>@{argLine} -Dshop.mark=kept</argLine>")
        .said("[WARNING] maven-failsafe-plugin starts its JVMs with")
        .said("No JVM of a test has written a report into ")
        .said("-Drowcall.maven.allowEmpty=true lets such a build pass.");
  }

  @Test
  void doesNothingWhereItIsSkippedOrNoTestsRun() throws Exception {
    MavenBuild build = build(folder);
    build
        .run("verify", "-pl", "plain", "-Drowcall.maven.skip")
        .passed()
        .said("rowcall.maven.skip is set");
    build.run("verify", "-pl", "plain", "-DskipTests").passed().said("No tests were run");
  }
}

package io.rowcall.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Builds with the Maven version that builds Rowcall. */
final class MavenIT extends BuildContract {
  @Override
  MavenBuild build(Path folder) throws IOException {
    return MavenBuild.of("shop", folder);
  }

  @Test
  void warnsOfALostAgentAndFailsABuildWithoutReports() throws Exception {
    build(folder)
        .run("verify", "-pl", "orders", "-Pown-arg-line")
        .failed()
        .printed(
            "[WARNING] maven-surefire-plugin starts test JVMs with"
                + " <argLine>-Dshop.mark=kept</argLine>, which leaves out the agent. Use"
                + " <argLine>@{argLine} -Dshop.mark=kept</argLine>")
        .printed("[WARNING] maven-failsafe-plugin starts test JVMs with")
        .printed("No test JVM has written a report to ")
        .printed("To accept this, set -Drowcall.maven.allowEmpty=true.");
  }

  @Test
  void doesNothingIfSkippedOrWithoutTests() throws Exception {
    MavenBuild build = build(folder);
    build
        .run("verify", "-pl", "plain", "-Drowcall.maven.skip")
        .passed()
        .printed("rowcall.maven.skip is set");
    build.run("verify", "-pl", "plain", "-DskipTests").passed().printed("No tests were run");
  }
}

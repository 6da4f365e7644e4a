package io.rowcall.it.safety;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Shows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Garbage collectors, as far as the JVM has them. */
@Shows(Promise.JAVA_VERSIONS)
final class CollectorsIT {
  private static final List<String> COLLECTORS =
      List.of("Serial", "Parallel", "G1", "Z", "Shenandoah");

  @TempDir private Path folder;

  static Stream<Arguments> collectors() {
    return Stream.of(Jdks.current(), Jdks.java25())
        .distinct()
        .flatMap(jdk -> COLLECTORS.stream().map(collector -> Arguments.of(jdk, collector)));
  }

  @Tag("compat")
  @ParameterizedTest
  @MethodSource("collectors")
  void countExactly(Path jdk, String collector) throws Exception {
    String option = "-XX:+Use" + collector + "GC";
    Assumptions.assumeTrue(starts(jdk, option), () -> jdk + " does not have " + collector);
    Safety.assertCountsExactly(Safety.service(folder).onJdk(jdk).jvmArg(option), folder);
  }

  private static boolean starts(Path jdk, String option) throws Exception {
    Process version =
        new ProcessBuilder(jdk.resolve("bin/java").toString(), option, "-version")
            .redirectErrorStream(true)
            .start();
    String output = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return version.waitFor() == 0 && output.contains("version");
  }
}

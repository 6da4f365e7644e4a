package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Garbage collectors, and a heap that is nearly too small. */
final class CollectorsIT {
  private static final List<String> COLLECTORS =
      List.of("Serial", "Parallel", "G1", "Z", "Shenandoah");
  private static final int REQUESTS = 100_000;
  private static final int CLIENTS = 4;

  @TempDir private Path folder;

  static Stream<Arguments> collectors() {
    return Stream.of(Jdks.current(), Jdks.java25())
        .distinct()
        .flatMap(jdk -> COLLECTORS.stream().map(collector -> Arguments.of(jdk, collector)));
  }

  @Shows(Promise.JAVA_VERSIONS)
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

  /** Each side of the comparison answers the same requests with the same heap. */
  @Shows(Promise.SMALL_HEAP)
  @Tag("compat")
  @Test
  void collectASmallHeapNoMoreOften() throws Exception {
    long plain = fullCollections(command("plain").withoutAgent());
    long woven = fullCollections(command("agent"));
    assertTrue(woven <= plain, () -> "full collections: " + woven + ", without the agent " + plain);
  }

  private ServiceCommand command(String name) {
    return Safety.service(folder.resolve(name)).jvmArg("-Xmx64m").jvmArg("-XX:+UseSerialGC");
  }

  private static long fullCollections(ServiceCommand command) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (ServiceProcess service = command.start()) {
      var calls = new ArrayList<Callable<String>>();
      for (int client = 0; client < CLIENTS; client++) {
        calls.add(
            () -> {
              for (int i = 0; i < REQUESTS / CLIENTS; i++) {
                assertEquals("none\none\n", service.get("/load/2").text());
              }
              return "done";
            });
      }
      for (Future<String> call : clients.invokeAll(calls)) {
        assertEquals("done", call.get());
      }
      return Long.parseLong(service.get("/jvm/full-gcs").text());
    } finally {
      clients.shutdownNow();
    }
  }
}

package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spring Boot on JDK 25 with an AOT cache, whose classes are loaded before the agent starts. The
 * JVM keeps using the cache, and the counts are the same. The training run must add the module
 * {@code java.instrument}, or the JVM rejects the cache.
 */
@Tag("compat")
@Shows(Promise.AOT_ARCHIVES)
final class AotCacheIT {
  private static final String MODULE = "--add-modules=java.instrument";
  private static final Path JAR =
      ServiceCommand.SERVICES.resolve("spring-jpa/target/spring-jpa.jar");

  @TempDir private Path folder;

  @Test
  void keepsUsingTheCacheAndCountsExactly() throws Exception {
    Path configuration = folder.resolve("service.conf");
    Path cache = folder.resolve("service.aot");
    ServiceCommand training =
        service("training")
            .withoutAgent()
            .jvmArg(MODULE)
            .jvmArg("-XX:AOTMode=record")
            .jvmArg("-XX:AOTConfiguration=" + configuration);
    try (ServiceProcess service = training.start()) {
      service.get("/owners");
      service.terminate();
    }
    createCache(configuration, cache);

    ServiceCommand cached =
        service("cached")
            .jvmArg("-XX:AOTCache=" + cache)
            .jvmArg("-Xlog:class+load:file=classes.log");
    try (ServiceProcess service = cached.start()) {
      service.get("/owners");
      assertEquals("11", service.get("/owners").header("X-Query-Count"));
      service.exit();
    }
    Report report = Report.in(folder.resolve("cached"));
    assertEquals(22, report.endpoint("GET /owners").at("/executions/total").asInt());
    assertEquals(1, report.findings("GET /owners", "n+1-select").size());
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    List<String> loaded = Files.readAllLines(folder.resolve("cached/classes.log"));
    long fromCache =
        loaded.stream().filter(line -> line.contains("source: shared objects file")).count();
    assertTrue(fromCache > 0.8 * loaded.size(), () -> fromCache + " of " + loaded.size());
  }

  private ServiceCommand service(String name) {
    return ServiceCommand.of("spring-jpa", folder.resolve(name)).onJdk(Jdks.java25());
  }

  private void createCache(Path configuration, Path cache)
      throws IOException, InterruptedException {
    Path output = folder.resolve("create.log");
    Process create =
        new ProcessBuilder(
                Jdks.java25().resolve("bin/java").toString(),
                MODULE,
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + configuration,
                "-XX:AOTCache=" + cache,
                "-cp",
                JAR.toString(),
                "io.acme.owners.OwnersApplication")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(create.waitFor(10, TimeUnit.MINUTES));
    assertEquals(0, create.exitValue(), () -> new String(read(output), StandardCharsets.UTF_8));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

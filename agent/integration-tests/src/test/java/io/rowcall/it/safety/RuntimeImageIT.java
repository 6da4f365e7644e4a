package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runtime images, archives of classes, and access to memory that newer JVMs deny. */
final class RuntimeImageIT {
  private static final String MODULES =
      "java.base,java.sql,java.naming,java.management,jdk.httpserver";

  @TempDir private Path folder;

  /** {@code java.instrument} is all that an image needs for the agent. */
  @Shows(Promise.RUNTIME_IMAGES)
  @Test
  void countsExactlyInAnImage() throws Exception {
    Path image = link(MODULES + ",java.instrument");
    Safety.assertCountsExactly(Safety.service(folder).onJdk(image), folder);
  }

  /** The JVM itself refuses to start; {@code --check} says why. */
  @Shows(Promise.RUNTIME_IMAGES)
  @Test
  void checkNamesTheModuleThatAnImageLacks() throws Exception {
    String java = link(MODULES).resolve("bin/java").toString();
    String agent = ServiceCommand.AGENT_JAR.toString();
    String check = run(java, "-jar", agent, "--check");
    assertTrue(check.contains("--add-modules java.instrument"), check);
  }

  /** The service's own classes come from the archive, and are loaded before the agent starts. */
  @Shows(Promise.AOT_ARCHIVES)
  @Test
  void countsExactlyWithAnArchiveOfItsClasses() throws IOException {
    Path archive = folder.resolve("service.jsa");
    try (ServiceProcess service =
        Safety.service(folder.resolve("training"))
            .withoutAgent()
            .jvmArg("-XX:ArchiveClassesAtExit=" + archive)
            .start()) {
      service.get("/load/10");
      service.exit();
    }
    assertTrue(Files.size(archive) > 0);
    Safety.assertCountsExactly(
        Safety.service(folder).jvmArg("-XX:SharedArchiveFile=" + archive), folder);
  }

  @Shows(Promise.JAVA_VERSIONS)
  @Test
  void needsNoAccessToMemoryThatTheJvmDenies() throws IOException {
    try (ServiceProcess service =
        Safety.service(folder)
            .onJdk(Jdks.java25())
            .with("quiet", true)
            .jvmArg("--sun-misc-unsafe-memory-access=deny")
            .start()) {
      assertEquals("10", service.get("/load/10").header("X-Query-Count"));
      service.exit();
      assertEquals(
          List.of(), service.stderr().stream().filter(line -> !line.startsWith("SLF4J")).toList());
    }
  }

  private Path link(String modules) throws Exception {
    Path image = folder.resolve("image");
    run(
        Jdks.current().resolve("bin/jlink").toString(),
        "--add-modules",
        modules,
        "--output",
        image.toString());
    return image;
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}

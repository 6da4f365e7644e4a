package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytecode of any age and shape: the JVM accepts every class of a driver once it is woven. */
@Shows(Promise.VERIFIED)
final class OldDriverIT {
  private static final Path DRIVERS = ServiceCommand.SERVICES.resolve("drivers/target");

  @TempDir private Path folder;

  static Stream<Path> jdks() {
    return Stream.concat(Stream.of(Jdks.current(), Jdks.java25()), Jdks.additional());
  }

  /** The driver is for Java 1.2, whose bytecode has no stack maps. */
  @ParameterizedTest
  @MethodSource("jdks")
  void countsADriverOfJava12(Path jdk) throws IOException {
    Safety.assertCountsExactly(
        Safety.program(folder, "SafetyService", "hsqldb")
            .onJdk(jdk)
            .jvmArg("-Xverify:all")
            .jvmArg("-Dsafety.driver=org.hsqldb.jdbcDriver")
            .jvmArg("-Dsafety.url=jdbc:hsqldb:mem:safety"),
        folder);
  }

  @Test
  void leavesEveryClassOfADriverValid() throws IOException {
    assertValid(List.of(Safety.extra("hsqldb"), jar(DRIVERS.resolve("lib"), "postgresql-")));
  }

  @Tag("compat")
  @Test
  void leavesEveryClassOfEveryDriverValid() throws IOException {
    var jars = new ArrayList<Path>();
    for (String folder : List.of("lib", "others")) {
      try (Stream<Path> files = Files.list(DRIVERS.resolve(folder))) {
        files.sorted().forEach(jars::add);
      }
    }
    assertTrue(jars.stream().anyMatch(jar -> jar.toString().contains("ojdbc")), jars::toString);
    assertValid(jars);
  }

  private static Path jar(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The same classes verify, and the same are rejected, with and without the agent. */
  private void assertValid(List<Path> jars) throws IOException {
    List<String> plain = verified(jars, command("plain").withoutAgent());
    List<String> woven = verified(jars, command("agent"));
    assertTrue(
        plain.stream().anyMatch(line -> line.matches(".* VERIFIED \\d{2,}")), plain::toString);
    assertEquals(plain, woven);
  }

  private ServiceCommand command(String name) {
    // Quiet: it would say that nothing was executed.
    return Safety.service(folder.resolve(name)).with("quiet", "true").jvmArg("-Xverify:all");
  }

  private static List<String> verified(List<Path> jars, ServiceCommand command) throws IOException {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-cp", Safety.JAR.toString(), "io.acme.safety.VerifiedJars"));
    jars.forEach(jar -> arguments.add(jar.toString()));
    try (ServiceProcess program = command.program(arguments.toArray(String[]::new)).start()) {
      program.awaitExit();
      assertEquals(0, program.exitCode(), program::output);
      assertEquals(List.of(), program.agentLines());
      return program.stdout();
    }
  }
}

package io.rowcall.it.safety;

import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class loaders that hide everything that a module does not import. */
@Shows(Promise.HIDDEN_BOOTSTRAP)
final class ModuleLoadersIT {
  @TempDir private Path folder;

  /** The framework delegates no package to the JVM, except {@code java.*}, which it must. */
  @Test
  void countsExactlyInAnOsgiBundle() throws IOException {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-cp", Safety.JAR.toString(), "io.acme.safety.OsgiHost"));
    Safety.classPath().stream()
        .map(Path::toString)
        .filter(jar -> !jar.contains("felix"))
        .forEach(arguments::add);
    Safety.assertCountsExactly(
        Safety.service(folder)
            .jvmArg("-Djava.io.tmpdir=" + folder)
            .program(arguments.toArray(String[]::new)),
        folder);
  }

  @Test
  void countsExactlyInAJBossModule() throws IOException {
    Path module = Files.createDirectories(folder.resolve("modules/io/acme/safety/main"));
    var jars = new StringBuilder();
    for (Path jar : Safety.classPath()) {
      Files.copy(jar, module.resolve(jar.getFileName()));
      jars.append("<resource-root path=\"" + jar.getFileName() + "\"/>");
    }
    Files.writeString(
        module.resolve("module.xml"),
        """
        <module xmlns="urn:jboss:module:1.9" name="io.acme.safety">
          <main-class name="io.acme.safety.SafetyService"/>
          <resources>%s</resources>
          <dependencies>
            <module name="java.sql"/><module name="java.naming"/><module name="java.xml"/>
            <module name="java.management"/><module name="java.logging"/>
            <module name="java.transaction.xa"/><module name="jdk.httpserver"/>
          </dependencies>
        </module>
        """
            .formatted(jars));
    Safety.assertCountsExactly(
        Safety.service(folder)
            .program(
                "-jar",
                Safety.extra("jboss-modules").toString(),
                "-mp",
                folder.resolve("modules").toString(),
                "io.acme.safety"),
        folder);
  }

  /** All jars are named modules, with other versions of libraries that the agent has, too. */
  @Shows(Promise.ISOLATION)
  @Test
  void countsExactlyInNamedModules() throws IOException {
    Safety.assertCountsExactly(
        Safety.service(folder)
            .program(
                "--module-path",
                Safety.JAR + ":" + Safety.TARGET.resolve("lib"),
                "--add-modules=ALL-DEFAULT,ALL-MODULE-PATH",
                "-m",
                "safety/io.acme.safety.SafetyService"),
        folder);
  }
}

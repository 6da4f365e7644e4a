package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.AgentArchive;
import io.rowcall.it.support.ServiceCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Content of the packaged jar. */
final class PackagedJarIT {
  private static final Path JAR = ServiceCommand.AGENT_JAR;
  private static final long MAX_BYTES = 6_000_000;

  /** The JVM reads the directory of the jar in every program. */
  private static final int MAX_ENTRIES = 30;

  private static final List<String> INNER_PREFIXES =
      List.of(
          "io/rowcall/",
          "java/lang/Rowcall",
          "net/bytebuddy/",
          "org/HdrHistogram/",
          "com/fasterxml/jackson/core/",
          "io/prometheus/metrics/");

  @Test
  void isNoLargerThanSixMegabytes() throws IOException {
    assertTrue(Files.size(JAR) <= MAX_BYTES, () -> JAR + ": " + JAR.toFile().length());
  }

  @Test
  void declaresEntryPointsAndCapabilities() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertEquals("io.rowcall.agent.Premain", manifest.getValue("Premain-Class"));
      assertEquals("io.rowcall.agent.Premain", manifest.getValue("Agent-Class"));
      assertEquals("io.rowcall.agent.Check", manifest.getValue("Main-Class"));
      assertEquals("true", manifest.getValue("Can-Retransform-Classes"));
      assertEquals(null, manifest.getValue("Boot-Class-Path"));
    }
  }

  @Test
  void exposesOnlyThePackageOfTheEntryPoint() throws IOException {
    List<String> entries = entries();
    assertTrue(entries.size() <= MAX_ENTRIES, entries::toString);
    Set<String> packages =
        entries.stream()
            .filter(name -> name.endsWith(".class"))
            .map(name -> name.substring(0, name.lastIndexOf('/')))
            .collect(Collectors.toSet());
    assertEquals(Set.of("io/rowcall/agent"), packages);
  }

  @Test
  void containsEachClassOnceAndNoOtherPackage() throws IOException {
    List<String> archived = archivedClasses();
    assertEquals(archived.size(), archived.stream().distinct().count());
    for (String prefix : INNER_PREFIXES) {
      assertTrue(archived.stream().anyMatch(name -> name.startsWith(prefix)), prefix);
    }
    for (String name : archived) {
      assertTrue(INNER_PREFIXES.stream().anyMatch(name::startsWith), name);
      assertFalse(name.startsWith("io/rowcall/boot/"), name);
    }
    for (String entry : entries()) {
      String name = entry.replaceFirst("^rowcall/", "").replaceFirst("\\.classdata$", ".class");
      assertFalse(archived.contains(name), name);
    }
  }

  private static List<String> entries() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  private static List<String> archivedClasses() throws IOException {
    return AgentArchive.entries().stream().filter(name -> name.endsWith(".class")).toList();
  }
}

package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  private static final List<String> INNER_PREFIXES =
      List.of(
          "rowcall/io/rowcall/",
          "rowcall/java/lang/Rowcall",
          "rowcall/net/bytebuddy/",
          "rowcall/org/HdrHistogram/",
          "rowcall/com/fasterxml/jackson/core/",
          "rowcall/io/prometheus/metrics/");

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
      assertEquals("io.rowcall.agent.Premain", manifest.getValue("Main-Class"));
      assertEquals("true", manifest.getValue("Can-Retransform-Classes"));
      assertEquals(null, manifest.getValue("Boot-Class-Path"));
    }
  }

  @Test
  void exposesOnlyThePackageOfTheEntryPoint() throws IOException {
    Set<String> packages =
        entries().stream()
            .filter(name -> name.endsWith(".class"))
            .map(name -> name.substring(0, name.lastIndexOf('/')))
            .collect(Collectors.toSet());
    assertEquals(Set.of("io/rowcall/agent"), packages);
  }

  @Test
  void containsEachClassOnceAndNoOtherPackage() throws IOException {
    List<String> entries = entries();
    assertEquals(entries.size(), entries.stream().distinct().count());
    for (String prefix : INNER_PREFIXES) {
      assertTrue(entries.stream().anyMatch(name -> name.startsWith(prefix)), prefix);
    }
    for (String name : entries) {
      if (name.endsWith(".classdata")) {
        assertTrue(INNER_PREFIXES.stream().anyMatch(name::startsWith), name);
        assertFalse(name.startsWith("rowcall/io/rowcall/boot/"), name);
        assertFalse(entries.contains(name.replace(".classdata", ".class").substring(8)), name);
      }
    }
  }

  private static List<String> entries() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }
}

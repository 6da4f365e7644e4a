package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the finished jar, and what is not. */
final class PackagedJarIT {
  private static final Path JAR = Path.of(System.getProperty("rowcall.agent.jar", ""));
  private static final long MAX_BYTES = 8L << 20;
  private static final List<String> INNER =
      List.of(
          "rowcall/io/rowcall/",
          "rowcall/java/lang/Rowcall",
          "rowcall/net/bytebuddy/",
          "rowcall/org/HdrHistogram/",
          "rowcall/com/fasterxml/jackson/");

  @Test
  void isNoLargerThanEightMegabytes() throws IOException {
    assertTrue(Files.size(JAR) <= MAX_BYTES, () -> JAR + ": " + JAR.toFile().length());
  }

  @Test
  void namesItsEntriesAndWhatItMayDo() throws IOException {
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
  void showsTheApplicationNothingButItsEntry() throws IOException {
    for (String name : entries()) {
      if (name.endsWith(".class")) {
        assertTrue(name.startsWith("io/rowcall/agent/"), name);
      }
    }
  }

  @Test
  void holdsNoClassTwiceAndNoPackageThatIsNotDeclared() throws IOException {
    List<String> entries = entries();
    assertEquals(entries.size(), entries.stream().distinct().count());
    for (String name : entries) {
      if (name.endsWith(".classdata")) {
        assertTrue(INNER.stream().anyMatch(name::startsWith), name);
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

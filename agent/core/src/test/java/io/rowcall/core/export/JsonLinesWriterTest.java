package io.rowcall.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of a log, whatever happens to its file. */
final class JsonLinesWriterTest {
  @TempDir private Path folder;

  @Test
  void isReadableByItsOwnerOnly() throws IOException {
    Path file = folder.resolve("deep/er/log");
    write(new JsonLinesWriter(file.toString()), 1);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void followsNoLink() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    Path file = Files.createSymbolicLink(folder.resolve("log"), victim);
    var lines = new JsonLinesWriter(file.toString());
    assertThrows(IOException.class, () -> write(lines, 1));
    Path dangling = Files.createSymbolicLink(folder.resolve("log2"), folder.resolve("nothing"));
    assertThrows(IOException.class, () -> write(new JsonLinesWriter(dangling.toString()), 1));
    assertEquals("mine", Files.readString(victim));
    assertFalse(Files.exists(folder.resolve("nothing")));
    assertEquals(1, lines.dropped(), "the line that waits");
    Files.delete(file);
    write(lines, 2);
    assertEquals(List.of("{\"n\":1}", "{\"n\":2}"), Files.readAllLines(file));
    assertEquals(0, lines.dropped());
  }

  @Test
  void writesIntoAFolderThatIsALink() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    write(new JsonLinesWriter(link.resolve("log").toString()), 1);
    assertEquals(List.of("{\"n\":1}"), Files.readAllLines(real.resolve("log")));
  }

  @Test
  void createsAFileAgainAfterARotation() throws IOException {
    Path file = folder.resolve("logs/log");
    var lines = new JsonLinesWriter(file.toString());
    write(lines, 1);
    Path old = Files.move(file, folder.resolve("logs/log.1"));
    write(lines, 2);
    Path oldFolder = Files.move(folder.resolve("logs"), folder.resolve("logs.1"));
    write(lines, 3);
    assertEquals(List.of("{\"n\":1}"), Files.readAllLines(oldFolder.resolve(old.getFileName())));
    assertEquals(List.of("{\"n\":2}"), Files.readAllLines(oldFolder.resolve("log")));
    assertEquals(List.of("{\"n\":3}"), Files.readAllLines(file));
  }

  @Test
  void continuesAtTheStartOfATruncatedFile() throws IOException {
    Path file = folder.resolve("log");
    var lines = new JsonLinesWriter(file.toString());
    write(lines, 1);
    Files.writeString(file, "");
    write(lines, 2);
    assertEquals("{\"n\":2}\n", Files.readString(file));
  }

  @Test
  void terminatesAnUnfinishedLine() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), "{\"torn\":");
    write(new JsonLinesWriter(file.toString()), 1);
    assertEquals(List.of("{\"torn\":", "{\"n\":1}"), Files.readAllLines(file));
  }

  private static void write(JsonLinesWriter lines, int n) throws IOException {
    lines.add(new JsonLine().put("n", n));
    lines.flush();
  }
}

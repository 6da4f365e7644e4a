package io.rowcall.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Report files of several JVMs in one folder. */
final class ReportFileTest {
  @TempDir private Path folder;

  @Test
  void keepsANameOfItsOwn() throws IOException {
    for (int i = 0; i < 20; i++) {
      var file = new ReportFile(folder.toString(), "rowcall-shop-1-20260101-000000", "1@host");
      file.write(new Report());
      file.write(new Report());
    }
    List<Path> files = Recorded.files(folder);
    assertEquals(20, new HashSet<>(files).size(), files::toString);
    for (Path file : files) {
      String name = file.getFileName().toString();
      assertTrue(name.matches("rowcall-shop-1-20260101-000000-[0-9a-f]{8}\\.json"), name);
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  void removesOnlyFilesThatKilledJvmsHaveLeft() throws IOException {
    Path left = old(".rowcall-shop-1-20260101-000000.json.new");
    Path owned = old(".rowcall-shop-1-20260102-000000-abcdef01.json.new");
    Path young = Files.createFile(folder.resolve(".rowcall-a-1-20260101-000000-1.json.new"));
    Path other = old("notes.json.new");
    try (var channel = FileChannel.open(owned, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertTrue(lock.isValid());
      new ReportFile(folder.toString(), "rowcall-shop", "1@host").write(new Report());
      assertFalse(Files.exists(left));
      assertTrue(Files.exists(owned) && Files.exists(young) && Files.exists(other));
    }
  }

  @Test
  void writesIntoAFolderThatIsALink() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    new ReportFile(link.toString(), "rowcall-shop", "1@host").write(new Report());
    assertEquals(1, Recorded.files(real).size());
  }

  private Path old(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
  }
}

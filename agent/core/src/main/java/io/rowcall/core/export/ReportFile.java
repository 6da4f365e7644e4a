package io.rowcall.core.export;

import io.rowcall.format.Report;
import io.rowcall.format.ReportJson;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The report's file: written beside under another name, then moved into place, so that a reader
 * sees the old one or the new one whole. Readable by its owner only.
 */
final class ReportFile {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

  private final Path file;

  ReportFile(String directory, String name) {
    this.file = new File(directory, name).toPath();
  }

  void write(Report report) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    create(fresh);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(fresh, StandardOpenOption.WRITE))) {
      ReportJson.write(report, out);
    } catch (IOException incomplete) {
      Files.deleteIfExists(fresh);
      throw incomplete;
    }
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void create(Path fresh) throws IOException {
    try {
      Files.createFile(fresh, OWNER_ONLY);
    } catch (UnsupportedOperationException notPosix) {
      Files.createFile(fresh);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}

package io.rowcall.core.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Creates files that only their owner can read, whatever the umask, and that are never reached
 * through a symbolic link, which somebody else may have placed there.
 */
final class PrivateFiles {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

  private PrivateFiles() {}

  /**
   * Creates a file.
   *
   * @throws java.nio.file.FileAlreadyExistsException when a file or a link of that name exists
   */
  static FileChannel create(Path file) throws IOException {
    return open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * Opens a file for appending; creates it if necessary.
   *
   * @throws IOException also for a link, a pipe, or a device, which could block the agent
   */
  static FileChannel append(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("not a regular file");
    }
    return open(
        file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
  }

  private static FileChannel open(Path file, OpenOption... required) throws IOException {
    Set<OpenOption> options = new HashSet<OpenOption>();
    for (OpenOption option : required) {
      options.add(option);
    }
    try {
      return FileChannel.open(file, options, OWNER_ONLY);
    } catch (UnsupportedOperationException notPosix) {
      return FileChannel.open(file, options);
    }
  }

  /** Creates the folder of a file. The folder may be a link: its configuration is trusted. */
  static void createFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // Before Java 19, createDirectories refuses a link to a folder.
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }
}

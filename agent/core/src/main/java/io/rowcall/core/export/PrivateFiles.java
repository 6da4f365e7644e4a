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
 * The files that the agent makes: readable by their owner only, whatever the umask, and never
 * reached through a symbolic link of that name, which somebody else may have laid there.
 */
final class PrivateFiles {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

  private PrivateFiles() {}

  /**
   * Makes a file.
   *
   * @throws java.nio.file.FileAlreadyExistsException when there is one, or a link of that name
   */
  static FileChannel create(Path file) throws IOException {
    return open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * Opens a file to write at its end, and makes it when it is not there.
   *
   * @throws IOException also when it is a link, a pipe or a device, which could keep the agent
   *     waiting
   */
  static FileChannel append(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("it is no regular file");
    }
    return open(
        file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
  }

  private static FileChannel open(Path file, OpenOption... how) throws IOException {
    Set<OpenOption> options = new HashSet<OpenOption>();
    for (OpenOption option : how) {
      options.add(option);
    }
    try {
      return FileChannel.open(file, options, OWNER_ONLY);
    } catch (UnsupportedOperationException notPosix) {
      return FileChannel.open(file, options);
    }
  }

  /** Makes the folder of a file. It may be a link: who configures it says where files go. */
  static void makeFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // Before Java 19, createDirectories refuses a link to a folder.
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }
}

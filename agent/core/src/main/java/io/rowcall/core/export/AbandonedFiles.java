package io.rowcall.core.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Removes unfinished reports of JVMs that were killed while writing. A file whose owner is alive is
 * locked; process ids do not help, because each container has its own.
 */
final class AbandonedFiles {
  /** A younger file's owner may be about to lock it, or have just closed it. */
  private static final long MIN_AGE_MILLIS = 2_000;

  private AbandonedFiles() {}

  /** Locks a file until it is closed, if the file system supports locks. */
  @SuppressWarnings("resource") // Ends with the channel.
  static void claim(FileChannel channel) {
    try {
      channel.tryLock();
    } catch (IOException | UnsupportedOperationException unsupported) {
      return; // Nobody else can lock it either, so it is never removed.
    }
  }

  /** Removes the abandoned files of a folder. Never fails. */
  static void remove(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".rowcall-*.json.new")) {
      for (Path file : files) {
        removeUnlessOwned(file);
      }
    } catch (IOException | RuntimeException unusable) {
      return; // Writing the report will say so.
    }
  }

  private static void removeUnlessOwned(Path file) {
    try {
      long age =
          System.currentTimeMillis()
              - Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
      if (age < MIN_AGE_MILLIS || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      boolean owned;
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
          FileLock lock = channel.tryLock()) {
        owned = lock == null;
      } catch (OverlappingFileLockException ownedByThisJvm) {
        owned = true;
      }
      if (!owned) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | RuntimeException notRemovable) {
      return;
    }
  }
}

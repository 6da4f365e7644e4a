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
 * Unfinished reports of JVMs that were killed while they wrote. Whose owner lives is locked; a
 * process id would say nothing, for each container counts its own.
 */
final class AbandonedFiles {
  /**
   * Younger ones may be in the moment before their owner has locked them, or after it has closed.
   */
  private static final long MIN_AGE_MILLIS = 2_000;

  private AbandonedFiles() {}

  /** Locks a file that is being written, until it is closed. Where locks are unknown, none is. */
  @SuppressWarnings("resource") // Ends with the channel.
  static void claim(FileChannel channel) {
    try {
      channel.tryLock();
    } catch (IOException | UnsupportedOperationException unknownHere) {
      return; // Then nobody else can lock it either, and it stays.
    }
  }

  /** Removes those in a folder that nobody writes any more. Never fails. */
  static void remove(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ".rowcall-*.json.new")) {
      for (Path file : found) {
        removeUnlessOwned(file);
      }
    } catch (IOException | RuntimeException leftThere) {
      return; // The report itself will tell when the folder cannot be used.
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
      } catch (OverlappingFileLockException ofThisJvm) {
        owned = true;
      }
      if (!owned) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | RuntimeException leftThere) {
      return;
    }
  }
}

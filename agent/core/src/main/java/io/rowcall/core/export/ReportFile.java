package io.rowcall.core.export;

import io.rowcall.format.Report;
import io.rowcall.format.ReportJson;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The report's file: written beside under another name, then moved into place, so that a reader
 * sees the old one or the new one whole. Readable by its owner only.
 *
 * <p>The name ends in chance: in two containers that share a folder, two services of one name may
 * both be process 1 and start in the same second. One that another JVM has taken is not taken
 * again. While it is written, the file is locked, which tells {@link AbandonedFiles} that it has an
 * owner.
 */
final class ReportFile {
  private final String directory;
  private final String prefix;
  private final String host;
  private Path file;
  private boolean ours;

  /**
   * @param prefix of the name, before what chance adds
   * @param host where this JVM runs: two that draw the same at the same instant are on two
   */
  ReportFile(String directory, String prefix, String host) {
    this.directory = directory;
    this.prefix = prefix;
    this.host = host;
    this.file = chosen();
  }

  private Path chosen() {
    int chance = ThreadLocalRandom.current().nextInt() ^ (host.hashCode() * 0x9E3779B9);
    String digits = Integer.toHexString(chance);
    String name = prefix + "-" + "00000000".substring(digits.length()) + digits + ".json";
    return new File(directory, name).toPath();
  }

  void write(Report report) throws IOException {
    PrivateFiles.makeFolderOf(file);
    if (!ours) {
      while (Files.exists(file) || Files.exists(fresh(), LinkOption.NOFOLLOW_LINKS)) {
        file = chosen();
      }
      AbandonedFiles.remove(file.toAbsolutePath().getParent());
    }
    Path fresh = fresh();
    if (ours) {
      Files.deleteIfExists(fresh); // Our own, where a write was cut short.
    }
    boolean moved = false;
    FileChannel channel = PrivateFiles.create(fresh);
    try {
      AbandonedFiles.claim(channel);
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      ReportJson.write(report, out);
      out.flush();
      channel.close();
      move(fresh);
      moved = true;
      ours = true;
    } finally {
      channel.close();
      if (!moved) {
        Files.deleteIfExists(fresh);
      }
    }
  }

  private Path fresh() {
    return file.resolveSibling("." + file.getFileName() + ".new");
  }

  private void move(Path fresh) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}

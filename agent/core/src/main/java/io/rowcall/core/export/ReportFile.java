package io.rowcall.core.export;

import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
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
 * Report file of this JVM. Written under a temporary name and moved into place, so readers see
 * either the old or the new report as a whole. Readable by its owner only.
 *
 * <p>The name ends in random digits: in containers that share a folder, two services of one name
 * may both be process 1 and start in the same second. A name that exists is not reused. The
 * temporary file is locked, which tells {@link AbandonedFiles} that it has an owner.
 */
final class ReportFile {
  private final String directory;
  private final String prefix;
  private final String host;
  private Path file;
  private boolean created;

  /**
   * @param prefix of the name, before the random digits
   * @param host of this JVM: distinguishes JVMs that draw the same digits at the same time
   */
  ReportFile(String directory, String prefix, String host) {
    this.directory = directory;
    this.prefix = prefix;
    this.host = host;
    this.file = randomFile();
  }

  private Path randomFile() {
    int random = ThreadLocalRandom.current().nextInt() ^ (host.hashCode() * 0x9E3779B9);
    String digits = Integer.toHexString(random);
    String name = prefix + "-" + "00000000".substring(digits.length()) + digits + ".json";
    return new File(directory, name).toPath();
  }

  void write(final Report report) throws IOException {
    write(
        new Content() {
          @Override
          public void write(OutputStream out) throws IOException {
            ReportWriter.write(report, out);
          }
        });
  }

  /** Writes the text of a report. */
  void write(final byte[] text) throws IOException {
    write(
        new Content() {
          @Override
          public void write(OutputStream out) throws IOException {
            out.write(text);
          }
        });
  }

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private void write(Content content) throws IOException {
    PrivateFiles.createFolderOf(file);
    if (!created) {
      while (Files.exists(file) || Files.exists(temporary(), LinkOption.NOFOLLOW_LINKS)) {
        file = randomFile();
      }
      AbandonedFiles.remove(file.toAbsolutePath().getParent());
    }
    Path temporary = temporary();
    if (created) {
      Files.deleteIfExists(temporary); // Left by an interrupted write.
    }
    boolean moved = false;
    FileChannel channel = PrivateFiles.create(temporary);
    try {
      AbandonedFiles.claim(channel);
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.write(out);
      out.flush();
      channel.close();
      move(temporary);
      moved = true;
      created = true;
    } finally {
      channel.close();
      if (!moved) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private Path temporary() {
    return file.resolveSibling("." + file.getFileName() + ".new");
  }

  private void move(Path temporary) throws IOException {
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}

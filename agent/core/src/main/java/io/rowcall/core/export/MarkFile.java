package io.rowcall.core.export;

import java.io.File;

/**
 * The file that {@code rowcall mark} touches in the folder of reports: what an agent records after
 * that is what budgets read. One that was touched before this JVM started means an earlier run.
 */
final class MarkFile {
  private static final String NAME = "mark";

  private final File file;
  private long seenMillis = JvmProcess.startMillis();

  MarkFile(String directory) {
    file = new File(directory, NAME);
  }

  /** How many milliseconds ago it was touched; -1 when it was not since this was asked. */
  long touchedAgoMillis() {
    long touched = file.lastModified();
    if (touched <= seenMillis) {
      return -1;
    }
    seenMillis = touched;
    return Math.max(0, System.currentTimeMillis() - touched);
  }
}

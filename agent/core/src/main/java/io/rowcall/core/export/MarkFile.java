package io.rowcall.core.export;

import java.io.File;

/**
 * File that {@code rowcall mark} touches in the report folder to end the warm-up: budgets read what
 * is recorded afterwards. A mark from before this JVM's start belongs to an earlier run.
 */
final class MarkFile {
  private static final String NAME = "mark";

  private final File file;
  private long seenMillis = JvmProcess.startMillis();

  MarkFile(String directory) {
    file = new File(directory, NAME);
  }

  /** Time since it was touched, in milliseconds; -1 when it was not since the last call. */
  long touchedAgoMillis() {
    long touched = file.lastModified();
    if (touched <= seenMillis) {
      return -1;
    }
    seenMillis = touched;
    return Math.max(0, System.currentTimeMillis() - touched);
  }
}

package io.acme.safety;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** Figures of the JVM: {@code full-gcs}, {@code metaspace}. */
final class JvmFigures {
  private JvmFigures() {}

  static String text(String figure) {
    return Long.toString(figure.equals("metaspace") ? metaspace() : fullCollections());
  }

  /** Collections of the old generation; those of the serial and the parallel collector are full. */
  private static long fullCollections() {
    long count = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      String name = collector.getName();
      if (name.contains("MarkSweep") || name.contains("Old")) {
        count += collector.getCollectionCount();
      }
    }
    return count;
  }

  private static long metaspace() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().equals("Metaspace")) {
        return pool.getUsage().getUsed();
      }
    }
    return 0;
  }
}

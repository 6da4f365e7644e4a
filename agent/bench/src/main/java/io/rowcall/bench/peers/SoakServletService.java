package io.rowcall.bench.peers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@link ServletService} under sustained load on 60 endpoints. After each twentieth of the requests
 * it collects garbage and prints the memory in use. From the fifth sample on, heap and metaspace
 * may grow by at most 2 %, and the resident set by at most 5 %; otherwise it exits with 1.
 */
public final class SoakServletService {
  private static final int SAMPLES = 20;
  private static final int WARM = 4;
  private static final int ENDPOINTS = 60;

  private SoakServletService() {}

  @SuppressWarnings("SystemOut") // The caller reads it.
  public static void main(String[] arguments) throws Exception {
    long requests = Long.parseLong(arguments[0]);
    var samples = new ArrayList<double[]>();
    System.out.println("requests  heap after GC MB  metaspace MB  resident MB");
    try (var served = ServletService.start()) {
      for (int i = 1; i <= SAMPLES; i++) {
        served.send((int) (requests / SAMPLES), ENDPOINTS);
        double[] sample = sample();
        samples.add(sample);
        System.out.printf(
            Locale.ROOT,
            "%8d  %16.1f  %12.1f  %11.1f%n",
            requests * i / SAMPLES,
            sample[0],
            sample[1],
            sample[2]);
      }
    }
    boolean flat =
        isFlat("heap after GC", samples, 0, 1.02)
            & isFlat("metaspace", samples, 1, 1.02)
            & isFlat("resident set", samples, 2, 1.05);
    System.exit(flat ? 0 : 1);
  }

  /** Heap after a garbage collection, metaspace and resident set, in MB. */
  static double[] sample() throws IOException, InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    double metaspace = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().equals("Metaspace")) {
        metaspace = pool.getUsage().getUsed();
      }
    }
    return new double[] {heap / 1e6, metaspace / 1e6, resident()};
  }

  /** Resident set in MB, from the kernel; 0 if unavailable. */
  private static double resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
        .findFirst()
        .orElse(0);
  }

  /** Compares the median of the last samples with that of the first ones after warm-up. */
  @SuppressWarnings("SystemOut") // The caller reads it.
  private static boolean isFlat(String what, List<double[]> samples, int figure, double limit) {
    double first = median(samples.subList(WARM, WARM + 5), figure);
    double last = median(samples.subList(SAMPLES - 5, SAMPLES), figure);
    boolean flat = last <= first * limit;
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f to %.1f MB, x %.3f, at most x %.2f: %s%n",
        what,
        first,
        last,
        last / first,
        limit,
        flat ? "flat" : "GROWS");
    return flat;
  }

  private static double median(List<double[]> samples, int figure) {
    double[] sorted = samples.stream().mapToDouble(sample -> sample[figure]).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}

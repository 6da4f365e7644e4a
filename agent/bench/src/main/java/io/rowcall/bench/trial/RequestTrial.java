package io.rowcall.bench.trial;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.rowcall.bench.trial.Settling.Batch;
import io.rowcall.bench.trial.Settling.Settled;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Measures one request on one thread. Prints {@code RESULT}, CPU time in ns and allocated bytes of
 * the request's thread per request, two clock reads in ns, requests of the warm-up, the drift of
 * the measured batches, and CPU time of all threads of the process in ns per request.
 *
 * <p>Arguments: {@link Database}, {@link Wrapper}, queries per request, different SQL texts, least
 * warm-up in ms, measured batches.
 */
public final class RequestTrial {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private RequestTrial() {}

  @SuppressWarnings("SystemOut") // The caller reads it.
  public static void main(String[] arguments) throws Exception {
    Settled settled =
        measure(
            Database.valueOf(arguments[0]),
            Wrapper.valueOf(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            new Settling(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5])));
    System.out.printf(
        Locale.ROOT,
        "RESULT %.1f %.1f %.2f %d %.4f %.1f%n",
        settled.cpuNanos(),
        settled.bytes(),
        ClockReads.pairNanos(),
        settled.warmUp(),
        settled.drift(),
        settled.processNanos());
    System.exit(0);
  }

  static Settled measure(
      Database database, Wrapper wrapper, int queries, int texts, Settling settling)
      throws Exception {
    TypeProfiles.prepare();
    try (var pool = database.pool(2)) {
      var servlet = new LookupServlet(wrapper.wrap(pool), queries, texts);
      Client client = Client.of(servlet, 1).get(0);
      return settling.measure(requests -> batch(client, requests));
    }
  }

  static Batch batch(Client client, int requests) throws Exception {
    long process = PROCESS.getProcessCpuTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    client.send(requests);
    return new Batch(
        (THREADS.getCurrentThreadCpuTime() - cpu) / (double) requests,
        (PROCESS.getProcessCpuTime() - process) / (double) requests,
        (THREADS.getCurrentThreadAllocatedBytes() - bytes) / (double) requests);
  }
}

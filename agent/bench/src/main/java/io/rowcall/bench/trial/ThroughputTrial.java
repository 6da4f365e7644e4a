package io.rowcall.bench.trial;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures a number of threads that send requests at full speed. Prints {@code RESULT}, requests
 * per second, and CPU time of the threads in ns per request.
 *
 * <p>One thread warms up alone, until its CPU time has settled: the JIT compiler gets little of the
 * CPU once many threads run, so that the code of its first tier would be measured.
 *
 * <p>Arguments: {@link Database}, {@link Wrapper}, queries per request, threads, least warm-up in
 * ms, measured ms.
 */
public final class ThroughputTrial {
  private enum Phase {
    WARM_UP,
    MEASURED,
    OVER
  }

  private volatile Phase phase = Phase.WARM_UP;

  private ThroughputTrial() {}

  @SuppressWarnings("SystemOut") // The caller reads it.
  public static void main(String[] arguments) throws Exception {
    double[] result =
        new ThroughputTrial()
            .measure(
                Database.valueOf(arguments[0]),
                Wrapper.valueOf(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Integer.parseInt(arguments[5]));
    System.out.printf(Locale.ROOT, "RESULT %.1f %.1f%n", result[0], result[1]);
    System.exit(0);
  }

  private double[] measure(
      Database database,
      Wrapper wrapper,
      int queries,
      int threads,
      int warmUpMillis,
      int measuredMillis)
      throws Exception {
    TypeProfiles.prepare();
    try (var pool = database.pool(threads)) {
      var servlet = new LookupServlet(wrapper.wrap(pool), queries, 1);
      List<Client> clients = Client.of(servlet, threads);
      new Settling(warmUpMillis, 0)
          .measure(requests -> RequestTrial.batch(clients.get(0), requests));
      List<Sender> senders = clients.stream().map(Sender::new).toList();
      senders.forEach(Thread::start);
      Thread.sleep(warmUpMillis);
      long start = System.nanoTime();
      phase = Phase.MEASURED;
      Thread.sleep(measuredMillis);
      phase = Phase.OVER;
      double seconds = (System.nanoTime() - start) / 1e9;
      double requests = 0;
      double cpuNanos = 0;
      for (Sender sender : senders) {
        sender.join();
        if (sender.failure != null) {
          throw sender.failure;
        }
        requests += sender.requests;
        cpuNanos += sender.cpuNanos;
      }
      return new double[] {requests / seconds, cpuNanos / requests};
    }
  }

  /** Thread that counts its own requests, and shares the count only when it ends. */
  private final class Sender extends Thread {
    private final Client client;
    private long requests;
    private long cpuNanos;
    private @Nullable Exception failure;

    Sender(Client client) {
      this.client = client;
    }

    @Override
    public void run() {
      try {
        while (phase == Phase.WARM_UP) {
          client.send(1);
        }
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long sent = 0;
        while (phase == Phase.MEASURED) {
          client.send(1);
          sent++;
        }
        requests = sent;
        cpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
      } catch (Exception e) {
        failure = e;
      }
    }
  }
}

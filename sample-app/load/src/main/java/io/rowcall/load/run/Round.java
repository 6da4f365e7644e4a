package io.rowcall.load.run;

import io.rowcall.load.service.Client;
import io.rowcall.load.service.Sample;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.catalog.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Closed loop of a few workers over a mix of endpoints: each waits for a response before it sends
 * the next request.
 *
 * <p>A paced round plans every start ahead and measures from the planned start, so that a slow
 * response also counts for the requests delayed by it (no coordinated omission).
 */
final class Round {

  private final Client client;
  private final Form form;
  private final List<Endpoint> mix;
  private final Zipf users;
  private final AtomicLong serial;
  private final AtomicInteger position;
  private final Map<Endpoint, DriverStats> measured;

  /**
   * Creates a round. Both counters continue from round to round.
   *
   * @param serial number of the last visit
   * @param position next position in the mix
   */
  Round(
      Client client,
      Form form,
      List<Endpoint> mix,
      Zipf users,
      AtomicLong serial,
      AtomicInteger position,
      Map<Endpoint, DriverStats> measured) {
    this.client = client;
    this.form = form;
    this.mix = List.copyOf(mix);
    this.users = users;
    this.serial = serial;
    this.position = position;
    this.measured = measured;
  }

  /**
   * Runs the workers for the given time.
   *
   * @param interval between the planned starts of one worker; zero for full speed
   * @return number of answered requests
   */
  long run(int workers, Duration length, Duration interval) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      long end = System.nanoTime() + length.toNanos();
      List<Callable<Long>> loops = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        long seed = serial.incrementAndGet();
        loops.add(() -> loop(new SplittableRandom(seed), end, interval.toNanos()));
      }
      long requests = 0;
      for (Future<Long> each : threads.invokeAll(loops)) {
        requests += each.get();
      }
      return requests;
    } finally {
      threads.shutdownNow();
      if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a load worker does not end");
      }
    }
  }

  private long loop(SplittableRandom random, long end, long intervalNanos) throws Exception {
    long requests = 0;
    long intended = System.nanoTime();
    while (intended < end && System.nanoTime() < end) {
      waitUntil(intended);
      Endpoint endpoint = mix.get(Math.floorMod(position.getAndIncrement(), mix.size()));
      Sample sample = client.send(endpoint.call(form, visit(random)));
      DriverStats stats = measured.get(endpoint);
      if (stats != null) {
        stats.record(sample, System.nanoTime() - intended);
      }
      requests++;
      intended = intervalNanos == 0 ? System.nanoTime() : intended + intervalNanos;
    }
    return requests;
  }

  private Visit visit(SplittableRandom random) {
    return new Visit(users.next(random), 1 + random.nextInt(3), serial.incrementAndGet());
  }

  private static void waitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}

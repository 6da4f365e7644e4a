package io.rowcall.load.run;

import io.rowcall.load.service.Client;
import io.rowcall.load.service.GcLog;
import io.rowcall.load.service.Monitor;
import io.rowcall.load.service.Service;
import io.rowcall.sample.catalog.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One variant under load: its service and its measurements. */
public final class LoadRun {

  /** Weight of each reading endpoint against a writing one: about 7 % of the requests write. */
  private static final int READS_PER_WRITE = 3;

  private static final double UTILIZATION = 0.5;

  /** Requests after which a JVM is warm enough to be measured. */
  private static final long WARM_UP_REQUESTS = 200;

  private final Variant variant;
  private final Service service;
  private final Client client;
  private final List<Endpoint> mix = new ArrayList<>();
  private final Zipf users;
  private final int workers;
  private final AtomicLong serial = new AtomicLong();
  private final AtomicInteger position = new AtomicInteger();
  private final Map<Endpoint, DriverStats> measured = new EnumMap<>(Endpoint.class);
  private Duration interval = Duration.ZERO;
  private double fullSpeed;
  private @Nullable Start start;
  private long requests;
  private Duration cpu = Duration.ZERO;

  public LoadRun(
      Variant variant, Service service, List<Endpoint> endpoints, int users, int workers) {
    this.variant = variant;
    this.service = service;
    this.client = new Client(service.port());
    this.users = new Zipf(users);
    this.workers = workers;
    for (Endpoint endpoint : endpoints) {
      measured.put(endpoint, new DriverStats());
      mix.addAll(Collections.nCopies(endpoint.reads() ? READS_PER_WRITE : 1, endpoint));
    }
    Collections.shuffle(mix, new Random(mix.size()));
  }

  /** State of the app before the first measured round. */
  private record Start(Monitor monitor, GcLog gcLog) {}

  public Variant variant() {
    return variant;
  }

  public Service service() {
    return service;
  }

  /** Returns the requests per second at full speed. */
  public double fullSpeed() {
    return fullSpeed;
  }

  public DriverStats measured(Endpoint endpoint) {
    DriverStats stats = measured.get(endpoint);
    if (stats == null) {
      throw new IllegalArgumentException(endpoint + " is not part of the load");
    }
    return stats;
  }

  /**
   * Runs at full speed until the JVM is warm, and plans the measured rounds at half the pace of the
   * last of these rounds.
   */
  public void warmUp(Duration length) throws Exception {
    Map<Endpoint, DriverStats> discarded = Map.of();
    long answered = 0;
    for (int round = 0; round < 4 && answered < WARM_UP_REQUESTS; round++) {
      answered += round(discarded).run(workers, length, Duration.ZERO);
    }
    long before = System.nanoTime();
    answered = round(discarded).run(workers, length, Duration.ZERO);
    fullSpeed = answered / ((System.nanoTime() - before) / 1e9);
    interval = Duration.ofNanos((long) (1e9 / UTILIZATION * workers / Math.max(0.1, fullSpeed)));
  }

  public void measure(Duration length) throws Exception {
    if (start == null) {
      start = new Start(Monitor.of(client), service.gcLog());
    }
    Duration before = service.cpu();
    requests += round(measured).run(workers, length, interval);
    cpu = cpu.plus(service.cpu().minus(before));
  }

  /** Returns the app's own figures since the first measured round. */
  public Monitor monitor() throws Exception {
    return Monitor.of(client).since(started().monitor());
  }

  /** Returns the resources that the measured rounds used. */
  public Usage usage() throws IOException {
    GcLog collections = service.gcLog().since(started().gcLog());
    OptionalDouble allocated = collections.allocatedBytes();
    OptionalDouble inUse = collections.highestBytesAfter();
    return new Usage(
        cpu.toNanos() / 1e6 / requests,
        allocated.isPresent() ? (Double) (allocated.getAsDouble() / requests) : null,
        inUse.isPresent() ? (Double) inUse.getAsDouble() : null,
        collections.highestBytesAfterByHalf());
  }

  public Client client() {
    return client;
  }

  private Start started() {
    if (start == null) {
      throw new IllegalStateException("nothing has been measured yet");
    }
    return start;
  }

  private Round round(Map<Endpoint, DriverStats> stats) {
    return new Round(client, variant.form(), mix, users, serial, position, stats);
  }
}

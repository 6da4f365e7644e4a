package io.rowcall.sample.load;

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

/** One lane under load: its service, and what was measured of it. */
final class LoadRun {

  /** Each read comes so many times for one write: about 7 % of the requests write. */
  private static final int READS_FOR_A_WRITE = 3;

  private static final double LOAD = 0.5;

  /** Requests after which a JVM is warm enough to be measured. */
  private static final long WARM = 200;

  private final Variant lane;
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

  LoadRun(Variant lane, Service service, List<Endpoint> endpoints, int users, int workers) {
    this.lane = lane;
    this.service = service;
    this.client = new Client(service.port());
    this.users = new Zipf(users);
    this.workers = workers;
    for (Endpoint endpoint : endpoints) {
      measured.put(endpoint, new DriverStats());
      mix.addAll(Collections.nCopies(endpoint.reads() ? READS_FOR_A_WRITE : 1, endpoint));
    }
    Collections.shuffle(mix, new Random(mix.size()));
  }

  /** The app before the first measured round. */
  private record Start(Monitor monitor, GcLog gcLog) {}

  Variant lane() {
    return lane;
  }

  Service service() {
    return service;
  }

  /** Answers a second while it is asked as fast as it answers. */
  double fullSpeed() {
    return fullSpeed;
  }

  DriverStats measured(Endpoint endpoint) {
    DriverStats found = measured.get(endpoint);
    if (found == null) {
      throw new IllegalArgumentException(endpoint + " is not part of the load");
    }
    return found;
  }

  /**
   * Runs as fast as answers come, until there were enough of them, and plans the measured rounds at
   * half of the pace of the last of these rounds.
   */
  void warmUp(Duration length) throws Exception {
    Map<Endpoint, DriverStats> nothing = Map.of();
    long requests = 0;
    for (int round = 0; round < 4 && requests < WARM; round++) {
      requests += round(nothing).run(workers, length, Duration.ZERO);
    }
    long before = System.nanoTime();
    requests = round(nothing).run(workers, length, Duration.ZERO);
    fullSpeed = requests / ((System.nanoTime() - before) / 1e9);
    interval = Duration.ofNanos((long) (1e9 / LOAD * workers / Math.max(0.1, fullSpeed)));
  }

  void measure(Duration length) throws Exception {
    if (start == null) {
      start = new Start(Monitor.of(client), service.gcLog());
    }
    Duration before = service.cpu();
    requests += round(measured).run(workers, length, interval);
    cpu = cpu.plus(service.cpu().minus(before));
  }

  /** What the app says of itself since the first measured round. */
  Monitor monitor() throws Exception {
    return Monitor.of(client).since(started().monitor());
  }

  /** What the measured rounds took of the machine. */
  Usage usage() throws IOException {
    GcLog collections = service.gcLog().since(started().gcLog());
    OptionalDouble allocated = collections.allocatedBytes();
    OptionalDouble left = collections.highestBytesAfter();
    return new Usage(
        cpu.toNanos() / 1e6 / requests,
        allocated.isPresent() ? (Double) (allocated.getAsDouble() / requests) : null,
        left.isPresent() ? (Double) left.getAsDouble() : null,
        collections.highestBytesAfterByHalf());
  }

  /** What the app does outside of any load. */
  Checklist.Behavior behavior() throws Exception {
    return Checklist.behavior(client);
  }

  private Start started() {
    if (start == null) {
      throw new IllegalStateException("nothing was measured");
    }
    return start;
  }

  private Round round(Map<Endpoint, DriverStats> into) {
    return new Round(client, lane.form(), mix, users, serial, position, into);
  }
}

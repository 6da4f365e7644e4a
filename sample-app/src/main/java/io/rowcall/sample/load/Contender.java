package io.rowcall.sample.load;

import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.catalogue.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One form of the endpoints under load: its service, and what was measured of it. */
final class Contender {

  /** Each read comes so many times for one write: about 7 % of the requests write. */
  private static final int READS_FOR_A_WRITE = 3;

  private static final double LOAD = 0.5;

  private final Form form;
  private final Service service;
  private final Client client;
  private final List<Endpoint> mix = new ArrayList<>();
  private final Zipf users;
  private final int workers;
  private final AtomicLong serial = new AtomicLong();
  private final AtomicInteger position = new AtomicInteger();
  private final Map<Endpoint, Measured> measured = new EnumMap<>(Endpoint.class);
  private Duration interval = Duration.ZERO;
  private double fullSpeed;

  Contender(Form form, Service service, List<Endpoint> endpoints, int users, int workers) {
    this.form = form;
    this.service = service;
    this.client = new Client(service.port());
    this.users = new Zipf(users);
    this.workers = workers;
    for (Endpoint endpoint : endpoints) {
      measured.put(endpoint, new Measured());
      mix.addAll(Collections.nCopies(endpoint.reads() ? READS_FOR_A_WRITE : 1, endpoint));
    }
    Collections.shuffle(mix, new Random(mix.size()));
  }

  Form form() {
    return form;
  }

  Service service() {
    return service;
  }

  /** Answers a second while it is asked as fast as it answers. */
  double fullSpeed() {
    return fullSpeed;
  }

  Measured measured(Endpoint endpoint) {
    Measured found = measured.get(endpoint);
    if (found == null) {
      throw new IllegalArgumentException(endpoint + " is not part of the load");
    }
    return found;
  }

  /** Runs as fast as answers come, and plans the measured rounds at half of that pace. */
  void warmUp(Duration length) throws Exception {
    Map<Endpoint, Measured> nothing = Map.of();
    round(nothing).run(workers, length, Duration.ZERO);
    long before = System.nanoTime();
    long requests = round(nothing).run(workers, length, Duration.ZERO);
    fullSpeed = requests / ((System.nanoTime() - before) / 1e9);
    interval = Duration.ofNanos((long) (1e9 / LOAD * workers / Math.max(0.1, fullSpeed)));
  }

  void measure(Duration length) throws Exception {
    round(measured).run(workers, length, interval);
  }

  Monitor monitor() throws Exception {
    return Monitor.of(client);
  }

  private Round round(Map<Endpoint, Measured> into) {
    return new Round(client, form, mix, users, serial, position, into);
  }
}

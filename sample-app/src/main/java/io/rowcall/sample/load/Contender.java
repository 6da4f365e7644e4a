package io.rowcall.sample.load;

import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.catalogue.Form;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** One form of the endpoints under load: its service, and what was measured of it. */
final class Contender {

  private static final int USERS_THAT_ASK = 200;

  private final Form form;
  private final Service service;
  private final Client client;
  private final List<Endpoint> mix;
  private final Zipf users;
  private final int workers;
  private final AtomicLong serial = new AtomicLong();
  private final Map<Endpoint, Measured> measured = new EnumMap<>(Endpoint.class);
  private Duration interval = Duration.ZERO;

  Contender(Form form, Service service, List<Endpoint> mix, int users, int workers) {
    this.form = form;
    this.service = service;
    this.client = new Client(service.port());
    this.mix = mix;
    this.users = new Zipf(Math.min(users, USERS_THAT_ASK));
    this.workers = workers;
    for (Endpoint endpoint : mix) {
      measured.put(endpoint, new Measured());
    }
  }

  Form form() {
    return form;
  }

  Service service() {
    return service;
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
    long requests = round(Map.of()).run(workers, length, Duration.ZERO);
    interval = length.multipliedBy(workers).dividedBy(Math.max(1, requests)).multipliedBy(2);
  }

  void measure(Duration length) throws Exception {
    round(measured).run(workers, length, interval);
  }

  private Round round(Map<Endpoint, Measured> into) {
    return new Round(client, form, mix, users, serial, into);
  }
}

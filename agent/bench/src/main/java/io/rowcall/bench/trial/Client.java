package io.rowcall.bench.trial;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import javax.servlet.ServletException;

/** Calls a servlet in process, on the caller's thread. One per thread. */
final class Client {
  private static final Class<? extends StubConfig> CONFIG = Stubs.complete(StubConfig.class);
  private static final Class<? extends StubRequest> REQUEST = Stubs.complete(StubRequest.class);
  private static final Class<? extends StubResponse> RESPONSE = Stubs.complete(StubResponse.class);

  private final Servlet servlet;
  private final StubRequest request;
  private final StubResponse response;

  private Client(Servlet servlet, StubRequest request, StubResponse response) {
    this.servlet = servlet;
    this.request = request;
    this.response = response;
  }

  /** Initializes a servlet, and creates a number of clients for it. */
  static List<Client> of(Servlet servlet, int clients) throws ServletException {
    servlet.init(Stubs.instance(CONFIG));
    return Stream.generate(
            () -> new Client(servlet, Stubs.instance(REQUEST), Stubs.instance(RESPONSE)))
        .limit(clients)
        .toList();
  }

  /** Sends a number of requests. */
  void send(int requests) throws IOException, ServletException {
    for (int i = 0; i < requests; i++) {
      servlet.service(request, response);
      request.recycle();
    }
  }
}

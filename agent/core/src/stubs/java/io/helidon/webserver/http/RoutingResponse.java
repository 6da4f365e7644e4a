package io.helidon.webserver.http;

import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

public interface RoutingResponse {
  Status status();

  ServerResponseHeaders headers();
}

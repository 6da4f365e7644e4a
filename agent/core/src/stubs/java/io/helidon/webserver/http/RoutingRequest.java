package io.helidon.webserver.http;

import io.helidon.http.HttpPrologue;
import io.helidon.http.ServerRequestHeaders;

public interface RoutingRequest {
  HttpPrologue prologue();

  ServerRequestHeaders headers();
}

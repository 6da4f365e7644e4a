package io.acme.jdk;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;

/** Believes the header {@code X-User}, as a proxy in front of the service would have set it. */
final class BelievingAuthenticator extends Authenticator {

  @Override
  public Result authenticate(HttpExchange exchange) {
    String user = exchange.getRequestHeaders().getFirst("X-User");
    return new Success(user == null ? null : new HttpPrincipal(user, "shop"));
  }
}

package io.acme.jdk;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;

/** Trusts the header {@code X-User}, as if set by a reverse proxy. */
final class HeaderAuthenticator extends Authenticator {

  @Override
  public Result authenticate(HttpExchange exchange) {
    String user = exchange.getRequestHeaders().getFirst("X-User");
    return new Success(user == null ? null : new HttpPrincipal(user, "shop"));
  }
}

package io.acme.tomcat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Trusts the header {@code X-User}, as if set by a reverse proxy. */
final class UserValve extends ValveBase {

  UserValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String user = request.getHeader("X-User");
    if (user != null) {
      request.setUserPrincipal(() -> user);
    }
    getNext().invoke(request, response);
  }
}

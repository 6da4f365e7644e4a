package io.acme.tomcat11;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.valves.ValveBase;

/** Believes the header {@code X-User}, as a proxy in front of the service would have set it. */
final class UserValve extends ValveBase {

  UserValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String user = request.getHeader("X-User");
    if (user != null) {
      request.setUserPrincipal(new GenericPrincipal(user));
    }
    getNext().invoke(request, response);
  }
}

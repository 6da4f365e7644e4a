package io.acme.servers;

import io.acme.shop.Shop;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes one execution, and asks for the user as an application does. */
final class UserServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Shop shop;

  UserServlet(Shop shop) {
    this.shop = shop;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WaysServlet.ask(shop);
    if (request.getPathInfo().startsWith("/attribute")) {
      request.setAttribute("account", request.getHeader("X-User"));
    }
    response.getOutputStream().print("for " + request.getRemoteUser() + "\n");
  }
}

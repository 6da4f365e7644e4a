package io.acme.servers;

import io.acme.shop.Shop;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Servlet that makes one execution and reads the user. */
final class UserServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Shop shop;

  UserServlet(Shop shop) {
    this.shop = shop;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CommitServlet.query(shop);
    if (request.getPathInfo().startsWith("/attribute")) {
      request.setAttribute("account", request.getHeader("X-User"));
    }
    response.getOutputStream().print("for " + request.getRemoteUser() + "\n");
  }
}

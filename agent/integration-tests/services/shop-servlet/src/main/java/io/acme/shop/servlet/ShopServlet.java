package io.acme.shop.servlet;

import io.acme.shop.Exit;
import io.acme.shop.Reply;
import io.acme.shop.Routes;
import io.acme.shop.Shop;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Servlet for the shop's routes. */
public final class ShopServlet extends HttpServlet {
  /** Mappings of all routes, for servers that have one mapping per route. */
  public static final List<String> MAPPINGS =
      Collections.unmodifiableList(
          Arrays.asList(
              "/loop/*",
              "/join",
              "/batch/*",
              "/inserts/*",
              "/twice",
              "/slow/*",
              "/literals/*",
              "/call",
              "/update",
              "/error",
              "/sql-error",
              "/big",
              "/none",
              "/async/*",
              "/async-dispatch",
              "/async-error",
              "/async-start",
              "/async-timeout",
              "/shutdown"));

  private static final long serialVersionUID = 1L;

  private final transient Shop shop;
  private final transient Routes routes;
  private final transient ExecutorService worker = Executors.newSingleThreadExecutor();
  private final transient AsyncRoutes asyncRoutes;

  public ShopServlet(Shop shop) {
    this.shop = shop;
    this.routes = new Routes(shop);
    this.asyncRoutes = new AsyncRoutes(routes, worker);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    if (path.startsWith("/async/")) {
      handleAsync(request, path.substring("/async".length()));
    } else if (path.startsWith("/async-")) {
      asyncRoutes.handle(path, request, response);
    } else if (path.equals("/shutdown")) {
      Exit.respond(replyOf(response));
    } else if (!routes.handle(path, replyOf(response))) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /**
   * One execution on the request's thread, and one of {@code millis} on a worker, which completes
   * the request.
   */
  private void handleAsync(HttpServletRequest request, String millis) throws ServletException {
    try {
      shop.listWithJoin();
    } catch (SQLException e) {
      throw new ServletException(e);
    }
    AsyncContext async = request.startAsync();
    worker.execute(
        () -> {
          try {
            routes.handle("/slow" + millis, replyOf(async.getResponse()));
          } catch (IOException e) {
            getServletContext().log("async", e);
          } finally {
            async.complete();
          }
        });
  }

  static Reply replyOf(ServletResponse response) {
    return (status, length) -> {
      ((HttpServletResponse) response).setStatus(status);
      response.setContentType("text/plain;charset=utf-8");
      response.setContentLength(length);
      return response.getOutputStream();
    };
  }
}

package io.acme.servers;

import io.acme.shop.Shop;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** The ways in which a response is committed. Each makes one execution on its own thread first. */
final class WaysServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Shop shop;
  private final transient ExecutorService worker = Executors.newSingleThreadExecutor();
  private final transient BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private transient volatile AsyncContext listener;

  WaysServlet(Shop shop) {
    this.shop = shop;
    Thread drain = new Thread(this::drain, "drain");
    drain.setDaemon(true);
    drain.start();
  }

  /** A pool made at home, whose tasks nobody can follow. */
  private void drain() {
    try {
      while (true) {
        queue.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ask(shop);
    response.setContentType("text/plain");
    switch (request.getPathInfo()) {
      case "/flushed-by-worker" -> later(request, true);
      case "/completed-by-worker" -> later(request, false);
      case "/completed-inside" -> {
        AsyncContext async = request.startAsync();
        async.complete();
        ask(shop);
        ask(shop);
      }
      case "/unfollowed" -> {
        AsyncContext async = request.startAsync();
        queue.add(() -> finish(async, false));
      }
      case "/listen" -> listener = request.startAsync();
      case "/listening" -> {
        if (listener == null) {
          response.sendError(HttpServletResponse.SC_CONFLICT);
        }
      }
      case "/tell" -> {
        ask(shop);
        ask(shop);
        AsyncContext told = listener;
        told.getResponse().getOutputStream().print("told\n");
        told.getResponse().flushBuffer();
        told.complete();
        print(response, "told\n");
      }
      case "/flushed-first" -> {
        response.flushBuffer();
        print(response, askTwentyTimes(shop));
      }
      case "/timing" -> {
        response.addHeader("Server-Timing", "app;dur=1");
        print(response, "timed\n");
      }
      case "/redirect" -> response.sendRedirect("/ways/timing");
      case "/unmodified" -> response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      case "/refused" -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void later(HttpServletRequest request, boolean flushed) {
    AsyncContext async = request.startAsync();
    worker.execute(() -> finish(async, flushed));
  }

  private void finish(AsyncContext async, boolean flushed) {
    try {
      ServletResponse response = async.getResponse();
      print(response, askTwentyTimes(shop));
      if (flushed) {
        response.flushBuffer();
      }
      async.complete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(ServletResponse response, String text) throws IOException {
    response.getOutputStream().print(text);
  }

  static String askTwentyTimes(Shop shop) {
    for (int i = 0; i < 20; i++) {
      ask(shop);
    }
    return "asked\n";
  }

  static void ask(Shop shop) {
    try {
      shop.listWithJoin();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

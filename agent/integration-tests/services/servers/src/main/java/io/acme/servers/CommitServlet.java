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

/** Commits responses in different ways. Each route first makes one execution on its thread. */
final class CommitServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Shop shop;
  private final transient ExecutorService worker = Executors.newSingleThreadExecutor();
  private final transient BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private transient volatile AsyncContext listener;

  CommitServlet(Shop shop) {
    this.shop = shop;
    Thread drain = new Thread(this::drain, "drain");
    drain.setDaemon(true);
    drain.start();
  }

  /** Custom worker that polls tasks, which no agent can attribute. */
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
    query(shop);
    response.setContentType("text/plain");
    switch (request.getPathInfo()) {
      case "/flushed-by-worker" -> completeLater(request, true);
      case "/completed-by-worker" -> completeLater(request, false);
      case "/completed-inside" -> {
        AsyncContext async = request.startAsync();
        async.complete();
        query(shop);
        query(shop);
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
      case "/notify" -> {
        query(shop);
        query(shop);
        AsyncContext waiting = listener;
        waiting.getResponse().getOutputStream().print("notified\n");
        waiting.getResponse().flushBuffer();
        waiting.complete();
        print(response, "notified\n");
      }
      case "/flushed-first" -> {
        response.flushBuffer();
        print(response, queryTwentyTimes(shop));
      }
      case "/timing" -> {
        response.addHeader("Server-Timing", "app;dur=1");
        print(response, "timed\n");
      }
      case "/redirect" -> response.sendRedirect("/commit/timing");
      case "/unmodified" -> response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      case "/refused" -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void completeLater(HttpServletRequest request, boolean flush) {
    AsyncContext async = request.startAsync();
    worker.execute(() -> finish(async, flush));
  }

  private void finish(AsyncContext async, boolean flush) {
    try {
      ServletResponse response = async.getResponse();
      print(response, queryTwentyTimes(shop));
      if (flush) {
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

  static String queryTwentyTimes(Shop shop) {
    for (int i = 0; i < 20; i++) {
      query(shop);
    }
    return "queried\n";
  }

  static void query(Shop shop) {
    try {
      shop.listWithJoin();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

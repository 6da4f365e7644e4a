package io.acme.shop.servlet;

import io.acme.shop.Reply;
import io.acme.shop.Routes;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.ExecutorService;

/**
 * Routes of asynchronous requests. Each makes one execution on the request's thread, and continues
 * on a thread of the container, with a dispatch, with a dispatch that fails, or with a timeout.
 */
public final class AsyncRoutes {
  private static final Reply DISCARDED = (status, length) -> new ByteArrayOutputStream();

  private final Routes routes;
  private final ExecutorService worker;

  AsyncRoutes(Routes routes, ExecutorService worker) {
    this.routes = routes;
    this.worker = worker;
  }

  /** Handles a request; returns false if there is no such route. */
  boolean handle(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (path) {
      case "/async-start":
        return start(request);
      case "/async-dispatch":
        return dispatch(request, response, false);
      case "/async-error":
        return dispatch(request, response, true);
      case "/async-timeout":
        return timeout(request);
      default:
        return false;
    }
  }

  /** Two executions, the second on a thread of the container. */
  private boolean start(HttpServletRequest request) throws IOException {
    query();
    AsyncContext async = request.startAsync();
    async.start(
        () -> {
          try {
            routes.handle("/join", ShopServlet.replyOf(async.getResponse()));
          } catch (IOException e) {
            request.getServletContext().log("async", e);
          } finally {
            async.complete();
          }
        });
    return true;
  }

  /** Three executions: before the dispatch, on a worker, and after it. */
  private boolean dispatch(
      HttpServletRequest request, HttpServletResponse response, boolean failing)
      throws IOException {
    query();
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      if (failing) {
        throw new IllegalStateException("the dispatch failed");
      }
      return routes.handle("/none", ShopServlet.replyOf(response));
    }
    AsyncContext async = request.startAsync();
    worker.execute(
        () -> {
          try {
            query();
          } catch (IOException e) {
            request.getServletContext().log("async", e);
          } finally {
            async.dispatch();
          }
        });
    return true;
  }

  /** One execution; then nothing happens until the container's timeout. */
  private boolean timeout(HttpServletRequest request) throws IOException {
    query();
    AsyncContext async = request.startAsync();
    async.setTimeout(20);
    async.addListener(
        new AsyncListener() {
          @Override
          public void onTimeout(AsyncEvent event) {
            ((HttpServletResponse) event.getAsyncContext().getResponse()).setStatus(503);
            event.getAsyncContext().complete();
          }

          @Override
          public void onComplete(AsyncEvent event) {}

          @Override
          public void onError(AsyncEvent event) {}

          @Override
          public void onStartAsync(AsyncEvent event) {}
        });
    return true;
  }

  /** One execution. */
  private void query() throws IOException {
    routes.handle("/join", DISCARDED);
  }
}

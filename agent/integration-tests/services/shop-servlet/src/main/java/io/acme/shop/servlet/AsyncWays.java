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
 * The ways in which an asynchronous request goes on, each after one execution on its own thread: on
 * a thread of the container, by a dispatch, by a timeout, and by a dispatch that fails.
 */
public final class AsyncWays {
  private static final Reply NOWHERE = (status, length) -> new ByteArrayOutputStream();

  private final Routes routes;
  private final ExecutorService worker;

  AsyncWays(Routes routes, ExecutorService worker) {
    this.routes = routes;
    this.worker = worker;
  }

  /** False when {@code path} is none of them. */
  boolean answer(String path, HttpServletRequest request, HttpServletResponse response)
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
    ask();
    AsyncContext async = request.startAsync();
    async.start(
        () -> {
          try {
            routes.answer("/join", ShopServlet.replyOf(async.getResponse()));
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
    ask();
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      if (failing) {
        throw new IllegalStateException("the dispatch failed");
      }
      return routes.answer("/none", ShopServlet.replyOf(response));
    }
    AsyncContext async = request.startAsync();
    worker.execute(
        () -> {
          try {
            ask();
          } catch (IOException e) {
            request.getServletContext().log("async", e);
          } finally {
            async.dispatch();
          }
        });
    return true;
  }

  /** One execution; nothing goes on until the container's patience is over. */
  private boolean timeout(HttpServletRequest request) throws IOException {
    ask();
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
  private void ask() throws IOException {
    routes.answer("/join", NOWHERE);
  }
}

package io.acme.appservers;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** {@code /tasks/KIND/TABLE}: runs the queries on each kind of thread that a servlet can use. */
@WebServlet(urlPatterns = "/tasks/*", asyncSupported = true)
public final class TaskServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int TASKS = 5;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String[] path = request.getPathInfo().split("/");
    String table = path[2];
    try {
      switch (path[1]) {
        case "sync" -> response.getWriter().print(Queries.run(table));
        case "start" -> {
          AsyncContext asynchronous = request.startAsync();
          asynchronous.start(() -> complete(asynchronous, table));
        }
        case "managed" -> {
          AsyncContext asynchronous = request.startAsync();
          Queries.executor().execute(() -> complete(asynchronous, table));
        }
        case "submit" ->
            response.getWriter().print(Queries.executor().submit(() -> Queries.run(table)).get());
        case "execute" -> response.getWriter().print(execute(table));
        case "invoke-all" -> response.getWriter().print(invokeAll(table));
        case "stages" ->
            response
                .getWriter()
                .print(Queries.executor().supplyAsync(() -> Queries.run(table)).get());
        default -> response.sendError(404);
      }
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void complete(AsyncContext asynchronous, String table) {
    try {
      asynchronous.getResponse().getWriter().print(Queries.run(table));
      asynchronous.complete();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String execute(String table) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Queries.executor()
        .execute(
            () -> {
              Queries.run(table);
              done.countDown();
            });
    done.await();
    return Queries.DONE;
  }

  /** Five tasks. */
  private static String invokeAll(String table) throws InterruptedException, ExecutionException {
    ManagedExecutorService executor = Queries.executor();
    List<Callable<String>> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(() -> Queries.run(table));
    }
    for (Future<String> task : executor.invokeAll(tasks)) {
      task.get();
    }
    return Queries.DONE;
  }
}

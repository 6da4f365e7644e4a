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

/** {@code /ways/WAY/TABLE}: the work on each of the threads that a servlet can have it done on. */
@WebServlet(urlPatterns = "/ways/*", asyncSupported = true)
public final class WaysServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int TASKS = 5;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String[] path = request.getPathInfo().split("/");
    String table = path[2];
    try {
      switch (path[1]) {
        case "sync" -> response.getWriter().print(Work.ask(table));
        case "start" -> {
          AsyncContext asynchronous = request.startAsync();
          asynchronous.start(() -> answer(asynchronous, table));
        }
        case "managed" -> {
          AsyncContext asynchronous = request.startAsync();
          Work.executor().execute(() -> answer(asynchronous, table));
        }
        case "submit" ->
            response.getWriter().print(Work.executor().submit(() -> Work.ask(table)).get());
        case "execute" -> response.getWriter().print(execute(table));
        case "invoke-all" -> response.getWriter().print(invokeAll(table));
        case "stages" ->
            response.getWriter().print(Work.executor().supplyAsync(() -> Work.ask(table)).get());
        default -> response.sendError(404);
      }
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void answer(AsyncContext asynchronous, String table) {
    try {
      asynchronous.getResponse().getWriter().print(Work.ask(table));
      asynchronous.complete();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String execute(String table) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Work.executor()
        .execute(
            () -> {
              Work.ask(table);
              done.countDown();
            });
    done.await();
    return Work.DONE;
  }

  /** Five times the work. */
  private static String invokeAll(String table) throws InterruptedException, ExecutionException {
    ManagedExecutorService executor = Work.executor();
    List<Callable<String>> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(() -> Work.ask(table));
    }
    for (Future<String> task : executor.invokeAll(tasks)) {
      task.get();
    }
    return Work.DONE;
  }
}

package io.rowcall.it.support;

import java.util.List;

/**
 * Route of the shop that a contract requests once.
 *
 * @param executions executions of the whole request
 * @param executionsAtCommit executions before the response is committed, which its headers report
 * @param error whether the request ends with an error
 */
public record Route(String path, int executions, int executionsAtCommit, boolean error) {

  /** Routes that every server answers. */
  public static final List<Route> ALL =
      List.of(
          of("/loop/25", 26),
          of("/join", 1),
          of("/batch/10", 1),
          of("/inserts/6", 6),
          of("/twice", 2),
          of("/slow/1200", 1),
          of("/literals/6", 6),
          of("/call", 1),
          of("/update", 1),
          new Route("/sql-error", 1, 1, true),
          new Route("/big", 2, 1, false),
          of("/none", 0));

  /** The handler throws. The JDK's server then closes the connection without a response. */
  public static final Route ERROR = new Route("/error", 1, 1, true);

  /**
   * One execution on the request's thread; then a worker thread of the service runs a query of 50
   * ms and completes the request.
   */
  public static final Route ASYNC = new Route("/async/50", 2, 2, false);

  /** Other ways in which an asynchronous request continues. */
  public static final List<Route> ASYNC_VARIANTS =
      List.of(
          of("/async-start", 2),
          of("/async-dispatch", 3),
          new Route("/async-error", 3, 3, true),
          new Route("/async-timeout", 1, 1, true));

  private static Route of(String path, int executions) {
    return new Route(path, executions, executions, false);
  }

  /** The path without its trailing number. */
  public String name() {
    int slash = path.indexOf('/', 1);
    return slash < 0 ? path : path.substring(0, slash);
  }

  @Override
  public String toString() {
    return path;
  }
}

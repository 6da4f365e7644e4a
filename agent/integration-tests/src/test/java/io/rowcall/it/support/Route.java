package io.rowcall.it.support;

import java.util.List;

/**
 * A route of the shop as the contract drives it, once: its executions are those of the whole
 * request, and those that are known when the response is committed.
 */
public record Route(String path, int executions, int executionsAtCommit, boolean error) {

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

  /** The handler throws; the JDK's server answers nothing then. */
  public static final Route ERROR = new Route("/error", 1, 1, true);

  /**
   * One execution on the request's thread, and a pause of 50 ms on a thread of the service's own,
   * which completes the request.
   */
  public static final Route ASYNC = new Route("/async/50", 2, 2, false);

  /** The other ways in which an asynchronous request goes on. */
  public static final List<Route> MORE_ASYNC =
      List.of(
          of("/async-start", 2),
          of("/async-dispatch", 3),
          new Route("/async-error", 3, 3, true),
          new Route("/async-timeout", 1, 1, true));

  private static Route of(String path, int executions) {
    return new Route(path, executions, executions, false);
  }

  /** The path without its number. */
  public String name() {
    int slash = path.indexOf('/', 1);
    return slash < 0 ? path : path.substring(0, slash);
  }

  @Override
  public String toString() {
    return path;
  }
}

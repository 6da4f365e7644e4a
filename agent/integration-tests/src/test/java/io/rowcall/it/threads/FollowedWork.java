package io.rowcall.it.threads;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A way in which a request hands work on, the routes of the service of threads that go this way,
 * and the executions that each of them must have.
 */
enum FollowedWork {
  EXECUTORS(
      "`ThreadPoolExecutor`, `ScheduledThreadPoolExecutor` (one-shot tasks), Tomcat's own copy",
      8,
      Map.of(
          "callables",
          3,
          "cancelled",
          0,
          "executor",
          3,
          "periodic",
          0,
          "rejected",
          3,
          "scheduled",
          3,
          "shared",
          3)),
  FORK_JOIN(
      "`ForkJoinPool`, `ForkJoinTask`, parallel streams",
      8,
      Map.of("fork-join", 3, "parallel-stream", 3)),
  FUTURES(
      "`CompletableFuture`: asynchronous stages on any executor, callbacks of a future that is"
          + " completed elsewhere",
      8,
      Map.of("cached", 3, "future-async", 3, "future-elsewhere", 3)),
  THREADS(
      "a `Thread` that a request starts, `Timer` (one-shot tasks)",
      8,
      Map.of("thread", 3, "thread-subclass", 3, "timer", 3)),
  VIRTUAL_THREADS(
      "virtual threads, `newVirtualThreadPerTaskExecutor`, `StructuredTaskScope`",
      21,
      Map.of("structured", 3, "virtual", 3, "virtual-bare", 3));

  private final String text;
  private final int sinceJava;
  private final Map<String, Integer> executions;

  FollowedWork(String text, int sinceJava, Map<String, Integer> executions) {
    this.text = text;
    this.sinceJava = sinceJava;
    this.executions = executions;
  }

  /** Executions of one request to each route that a Java has; the order is that of calls. */
  static Map<String, Integer> executions(int java) {
    Map<String, Integer> executions = new TreeMap<>();
    for (FollowedWork work : values()) {
      if (work.sinceJava <= java) {
        executions.putAll(work.executions);
      }
    }
    return executions;
  }

  /** Its line in a table, with those of the tested Javas that have it. */
  String line(List<Integer> javas, String tests) {
    List<String> with =
        javas.stream().sorted().filter(java -> java >= sinceJava).map(String::valueOf).toList();
    return "| " + text + " | Java " + String.join(", ", with) + " | " + tests + " |\n";
  }
}

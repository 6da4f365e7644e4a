package io.rowcall.it.threads;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kind of task that a request submits, with its description in {@code agent/docs/counting.md}, the
 * routes of the service {@code threads} that use it, and the executions of each route.
 */
enum TaskKind {
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

  private final String description;
  private final int sinceJava;
  private final Map<String, Integer> executions;

  TaskKind(String description, int sinceJava, Map<String, Integer> executions) {
    this.description = description;
    this.sinceJava = sinceJava;
    this.executions = executions;
  }

  /**
   * Executions of one request to each route that is available on a Java version, sorted by route.
   */
  static Map<String, Integer> executions(int java) {
    Map<String, Integer> executions = new TreeMap<>();
    for (TaskKind kind : values()) {
      if (kind.sinceJava <= java) {
        executions.putAll(kind.executions);
      }
    }
    return executions;
  }

  /** Its row in the table of threads, with the tested Java versions that have it. */
  String tableRow(List<Integer> javas, String tests) {
    List<String> versions =
        javas.stream().sorted().filter(java -> java >= sinceJava).map(String::valueOf).toList();
    return "| " + description + " | Java " + String.join(", ", versions) + " | " + tests + " |\n";
  }
}

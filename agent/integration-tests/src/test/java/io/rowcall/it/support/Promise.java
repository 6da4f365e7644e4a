package io.rowcall.it.support;

/**
 * A promise of {@code agent/docs/safety.md}, in the order of the page. Tests name the promises that
 * they show in {@link Shows}. {@code SafetyTableIT} generates the table from both: a promise
 * without a test fails the build, and so does a page that differs.
 */
public enum Promise {
  NO_CALLS_OF_ITS_OWN(
      "The agent calls no method of a driver by itself",
      "a driver that counts calls, and throws from `getMetaData`, `unwrap` and `toString`"),
  SAME_RESULTS(
      "Results and exceptions are those of the driver: the same bytes, the same objects",
      "every response of a service, byte for byte, with and without the agent"),
  CLEAN_AFTER_EXCEPTIONS(
      "After an exception at any point, the next request starts clean",
      "a driver that throws each kind of exception from each method"),
  COUNTED_ONCE(
      "An execution counts once, through any stack of pools, proxies and mappers",
      "pools, proxies, loggers and mappers, alone and stacked"),
  STATEMENT_LIFETIME(
      "A statement may be reused forever or never be closed",
      "the bytes that executions allocate, on real drivers"),
  ASYNC_SERVLETS(
      "An asynchronous request ends once, whatever ends it",
      "`startAsync` with dispatch, error, timeout, and completion on another thread"),
  WORKERS(
      "A worker that never ends belongs to no request",
      "executors, schedulers, ForkJoin, and the pools of servers"),
  VIRTUAL_THREADS(
      "A crowd of virtual threads never deadlocks",
      "up to 100,000 virtual threads on one carrier, on each Java that has them"),
  JAVA_VERSIONS(
      "Java 8 to 26 count the same", "the same services on every Java, with full verification"),
  AOT_ARCHIVES(
      "Classes of an archive are counted like others", "a service with an AOT cache, on Java 25"),
  HIDDEN_BOOTSTRAP(
      "Class loaders and security managers that hide the JDK's own loader do not stop the agent",
      "a security manager that grants little to the application"),
  HIDDEN_CLASS_FILES(
      "A driver without readable class files is counted",
      "a class loader that serves no class file"),
  ISOLATION(
      "The application sees no class of the agent, and its own version of every library",
      "lookups of the agent's classes from the application's class loaders"),
  TWICE("The agent may be given twice", "the jar given twice, and attached to a JVM that has it"),
  LATE_ATTACH(
      "The agent may be attached to a busy JVM",
      "dynamic attach to services whose pools and statements are open"),
  RETRANSFORMED(
      "Other agents and debuggers may retransform and redefine the classes that it wove",
      "an agent that retransforms and redefines every JDBC class"),
  IDLE_JVM(
      "A JVM without JDBC and HTTP loads six classes of the agent",
      "the classes that an idle JVM loads"),
  DATA_AT_EXIT(
      "No count is lost at the end of the JVM",
      "exit, SIGTERM with and without a drain, and the last report after SIGKILL"),
  REPORT_FOLDER(
      "Whatever is wrong with the folder of reports, the service runs, and one line says so",
      "links, unfinished files, and a folder that cannot be created"),
  LOG_FILES(
      "Whatever is wrong with a log file, the service runs, and one line says so",
      "rotation, and a symbolic link in place of the file"),
  CONFIGURATION(
      "Whatever is wrong with the configuration, the service starts, and one line says so",
      "misspelled keys, invalid values"),
  FULL_HEAP(
      "After an OutOfMemoryError of the application, counting and reports go on",
      "a service that fills its heap, at the start and under load"),
  OVERLOAD(
      "Beyond every bound, totals stay exact, and the report says what was shed",
      "unique texts of up to 1 MB, unique paths and leaked statements, with a heap of 64 MB"),
  NO_SECRETS(
      "No literal, bind, password, query string, header, body or message of an exception gets out",
      "a canary in all of them, and a search of every file, response and format"),
  OWNER_ONLY("Only the owner reads what it writes", "the modes of reports and logs"),
  EXPLAINED(
      "Nobody is left with an empty report and no reason",
      "setups that count nothing, each in its own way");

  final String promise;
  final String tested;

  Promise(String promise, String tested) {
    this.promise = promise;
    this.tested = tested;
  }

  /** The first two columns of its row: what is promised, and how it is tested. */
  public String row() {
    return "| " + promise + " | " + tested + " | ";
  }
}

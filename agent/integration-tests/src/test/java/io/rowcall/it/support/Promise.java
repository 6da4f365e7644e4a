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
      "Results, generated keys and exceptions are those of the driver: the same bytes, the same"
          + " objects",
      "every response of a service, byte for byte, with and without the agent"),
  CLEAN_AFTER_EXCEPTIONS(
      "After an exception at any point, the next request starts clean",
      "a driver that throws each kind of exception from each method"),
  COUNTED_ONCE(
      "An execution counts once, through any stack of pools, proxies and mappers",
      "pools, proxies, loggers and mappers, alone and stacked"),
  BATCHES(
      "A batch counts once, with the size that it has",
      "a batch that fails, one that follows it, one that was cleared, one that is executed twice"),
  STATEMENT_LIFETIME(
      "A statement may be reused forever or never be closed",
      "the bytes that executions allocate, on real drivers"),
  CONTENDED_START(
      "A start never deadlocks, nor does it hide a class",
      "sixteen threads that load drivers, executors and servers during the start, 200 times;"
          + " JBoss's log manager, one that executes, and a file system from the class path"),
  VERIFIED(
      "The JVM accepts every woven class, however old",
      "full verification over every class of the drivers, and over a driver for Java 1.2"),
  LOGGING(
      "An application may log everything, the calls of its driver included",
      "Logback and Log4j at their lowest level, and the agent's own log at `debug`"),
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
      "Java 8 to 26 count the same, with every garbage collector",
      "the same services on every Java, with full verification, and with access to memory denied"),
  AOT_ARCHIVES(
      "Classes of an archive are counted like others",
      "an AOT cache of Java 25, and an archive of the application's classes"),
  RUNTIME_IMAGES(
      "A runtime image needs the module `java.instrument`, which `--check` says",
      "images made by `jlink`, with the module and without it"),
  HIDDEN_BOOTSTRAP(
      "Class loaders and security managers that hide the JDK's own loader do not stop the agent",
      "a bundle of Apache Felix, a module of JBoss Modules, named modules, and a security manager"
          + " that grants little to the application, or nothing to the agent"),
  HIDDEN_CLASS_FILES(
      "A driver without readable class files is counted",
      "a class loader that serves no class file"),
  ISOLATION(
      "The application sees no class of the agent, and its own version of every library",
      "lookups of the agent's classes, and an application with other versions of its libraries"),
  TWICE("The agent may be given twice", "the jar given twice, and attached to a JVM that has it"),
  LATE_ATTACH(
      "The agent may be attached to a busy JVM",
      "dynamic attach to services whose pools and statements are open"),
  RETRANSFORMED(
      "Other agents and debuggers may retransform and redefine the classes that it wove",
      "an agent that retransforms and redefines every JDBC class"),
  BAD_CLASS(
      "A class that cannot be retransformed does not stop the others",
      "another agent that returns garbage for one class of the driver"),
  OTHER_AGENTS(
      "Other agents may come before it or after it",
      "OpenTelemetry's, Elastic's, Datadog's and JaCoCo's agents, in both orders"),
  REDEPLOYED(
      "The class loader of an undeployed application is collected",
      "50 deployments in Tomcat 9 and 11, each with its own driver and executor"),
  IDLE_JVM(
      "A JVM without JDBC and HTTP loads six classes of the agent, a tool of the JDK two",
      "the classes that an idle JVM and `keytool` load"),
  DATA_AT_EXIT(
      "No count is lost at the end of the JVM; after SIGKILL, a whole report is at most 10 s old",
      "exit, SIGTERM with and without a drain, `halt`, and SIGKILL at random moments"),
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
  HARM(
      "Nothing that an application does to its threads, or to the agent's, costs a count",
      "stack overflows amid executions, interrupts, stopped and dying threads"),
  OWN_FAULTS(
      "A fault of the agent's own leaves the application as it is, and is reported once",
      "another agent that makes its methods throw: engine, logs, report, weaving"),
  CLOCK(
      "A clock that goes back costs no count",
      "another agent that makes the agent's clock jump at every reading"),
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

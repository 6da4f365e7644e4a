package io.rowcall.it.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.http.ServletContract;
import io.rowcall.it.orm.SpringJpaContract;
import io.rowcall.it.support.DocumentedTables;
import io.rowcall.it.support.IntegrationTests;
import io.rowcall.it.support.OnJava;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Verifies the table of threads in {@code agent/docs/counting.md} against the tests. */
final class ThreadsTableIT {

  @Test
  void matchesTheTests() throws Exception {
    assertEquals(table(), DocumentedTables.read("counting.md", "threads"));
  }

  private static String table() throws Exception {
    List<Class<?>> threads = tests(ThreadsContract.class);
    List<Integer> javas =
        threads.stream()
            .flatMapToInt(test -> Arrays.stream(onJava(test).value()))
            .boxed()
            .distinct()
            .toList();
    var table =
        new StringBuilder("| work is followed through | tested on | tests |\n|---|---|---|\n");
    for (TaskKind kind : TaskKind.values()) {
      table.append(kind.tableRow(javas, names(threads)));
    }
    return table
        .append("| executors of frameworks and of the application's own, serial and draining ones")
        .append(
            " too: cats-effect, Guava, JBoss, Jetty, Kotlin coroutines, Netty, Pekko actors,"
                + " Reactor,")
        .append(" RxJava, Scala, Spring, Tomcat, Vert.x, ZIO | Java 17 | `ExecutorsIT` |\n")
        .append("| servlets: `startAsync`, `AsyncContext.start`, dispatch, timeout, failure, ")
        .append("completion elsewhere | javax, jakarta | `AsyncIT`, ")
        .append(names(tests(ServletContract.class)))
        .append(" |\n| Spring's `@Async` | Spring Boot 3 | ")
        .append(names(tests(SpringJpaContract.class)))
        .append(" |\n")
        .toString();
  }

  private static OnJava onJava(Class<?> test) {
    return Objects.requireNonNull(test.getAnnotation(OnJava.class), test::getName);
  }

  private static List<Class<?>> tests(Class<?> contract) throws Exception {
    return IntegrationTests.all().stream().filter(contract::isAssignableFrom).toList();
  }

  private static String names(List<Class<?>> tests) {
    return tests.stream()
        .map(test -> "`" + test.getSimpleName() + "`")
        .collect(Collectors.joining(", "));
  }
}

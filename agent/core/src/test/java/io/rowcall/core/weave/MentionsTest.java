package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.acme.Scheduled;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.sql.Connection;
import java.sql.Timestamp;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

final class MentionsTest {

  @Test
  void findTypesOfJdbcButNotItsValues() throws Exception {
    assertEquals(Mentions.JDBC, mentions(Closer.class));
    assertEquals(0, mentions(Mapper.class));
  }

  @Test
  void findTasksByTheFirstArgument() throws Exception {
    assertEquals(Mentions.TASK, mentions(Runner.class));
    assertTrue(takesTasks(Runner.class));
    assertEquals(Mentions.TASK, mentions(Caller.class));
    assertTrue(takesTasks(Caller.class));
  }

  /** Every class that mentions a task is parsed, but only methods of an executor count. */
  @Test
  void areNotEnoughForAClassThatTakesTasks() throws Exception {
    assertEquals(Mentions.TASK, mentions(Starter.class));
    assertFalse(takesTasks(Starter.class));
  }

  @Test
  void findLambdasThatAreExecutors() throws Exception {
    assertEquals(Mentions.EXECUTOR_LAMBDA, mentions(Source.class) & Mentions.EXECUTOR_LAMBDA);
  }

  @Test
  void findTasksOfTimersAndScheduledMethods() throws Exception {
    assertEquals(Mentions.JOB, mentions(Ticker.class));
    assertEquals(Mentions.SCHEDULED, mentions(Scheduling.class));
    assertEquals(0, mentions(Starter.class) & (Mentions.JOB | Mentions.SCHEDULED));
  }

  @Test
  void haveABitForEachInterfaceThatIsWoven() {
    assertEquals(Mentions.JDBC, Mentions.of("java/sql/Statement"));
    assertEquals(Mentions.JAVAX_SQL, Mentions.of("javax/sql/DataSource"));
    assertEquals(Mentions.JAVAX_CACHE, Mentions.of("javax/cache/Cache"));
    assertEquals(Mentions.JAVAX_SERVLET, Mentions.of("javax/servlet/Filter"));
    assertEquals(Mentions.JAKARTA_SERVLET, Mentions.of("jakarta/servlet/Filter"));
    for (Instrumentation instrumentation : Instrumentations.all()) {
      String supertype = instrumentation.candidates().supertype;
      assertTrue(supertype.isEmpty() || Mentions.of(supertype) != 0, supertype);
    }
  }

  private static int mentions(Class<?> type) throws Exception {
    return Mentions.in(Fixtures.bytes(type));
  }

  private static boolean takesTasks(Class<?> type) throws Exception {
    ClassFile file = ClassFile.parse(Fixtures.bytes(type));
    assertNotNull(file);
    return file.takesTasks();
  }

  static final class Closer {
    static void close(Connection connection) throws Exception {
      connection.close();
    }
  }

  static final class Mapper {
    static long millis(Timestamp time) {
      return time.getTime();
    }
  }

  static final class Runner {
    void execute(Runnable task) {
      task.run();
    }
  }

  static final class Caller {
    <T> T submit(Callable<T> task) throws Exception {
      return task.call();
    }
  }

  static final class Starter {
    void start(Runnable task) {
      task.run();
    }
  }

  static final class Ticker extends TimerTask {
    @Override
    public void run() {}
  }

  static final class Scheduling {
    @Scheduled
    void tick() {}
  }

  static final class Source {
    Executor direct() {
      return Runnable::run;
    }
  }
}

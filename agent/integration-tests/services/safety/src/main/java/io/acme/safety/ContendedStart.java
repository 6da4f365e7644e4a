package io.acme.safety;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * Program whose threads all begin at once, and load drivers, pools, executors and servers while the
 * agent starts. Prints the number of executions, and waits.
 */
public final class ContendedStart {
  private static final int THREADS = 16;
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private ContendedStart() {}

  /** Prints {@code READY} at the start, and {@code EXECUTED n} when all have ended. */
  public static void main(String[] args) throws Exception {
    System.out.println("READY 0");
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int kind = i;
      Thread thread =
          new Thread(
              () -> {
                await(start);
                run(kind);
              });
      threads.add(thread);
      thread.start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("EXECUTED " + SpiedDatabase.executions());
    System.in.read(); // Nobody writes there: until it is stopped.
  }

  private static void run(int kind) {
    try {
      SpiedDatabase database = database();
      CountDownLatch done = new CountDownLatch(1);
      Runnable task =
          () -> {
            query();
            done.countDown();
          };
      switch (kind % 8) {
        case 0:
          ExecutorService executor = Executors.newSingleThreadExecutor();
          executor.execute(task);
          executor.shutdown();
          break;
        case 1:
          ForkJoinPool.commonPool().execute(task);
          break;
        case 2:
          CompletableFuture.runAsync(task);
          break;
        case 3:
          IntStream.range(0, 3).parallel().forEach(i -> query());
          task.run();
          break;
        case 4:
          schedule(task);
          break;
        case 5:
          HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0).stop(0);
          task.run();
          break;
        case 6:
          ServiceLoader.load(java.sql.Driver.class).forEach(driver -> driver.getMajorVersion());
          task.run();
          break;
        default:
          Logger.getLogger("contended").fine("a line");
          task.run();
      }
      done.await();
      database.word(1);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A database of its own: the threads contend for the JVM's locks, not for those of H2. */
  private static SpiedDatabase database() throws SQLException {
    return new SpiedDatabase("jdbc:h2:mem:" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
  }

  private static void schedule(Runnable task) {
    Timer timer = new Timer(true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            task.run();
            timer.cancel();
          }
        },
        0);
  }

  private static void query() {
    try {
      database().word(1);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.acme.jobs;

import java.util.concurrent.CountDownLatch;

/**
 * Batch program: its main thread does the work of a job, and ends as its argument says: {@code
 * return}, {@code exit} or {@code loop}, which waits to be stopped.
 */
public final class BatchMain {
  private BatchMain() {}

  public static void main(String[] args) throws Exception {
    Work.create();
    Work.run("main");
    System.out.println("READY 0");
    switch (args[0]) {
      case "exit":
        System.exit(0);
        break;
      case "loop":
        new CountDownLatch(1).await();
        break;
      default:
        Work.shutDown();
    }
  }
}

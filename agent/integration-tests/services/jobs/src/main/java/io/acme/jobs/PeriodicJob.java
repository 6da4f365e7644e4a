package io.acme.jobs;

/** Task of an executor. */
final class PeriodicJob implements Runnable {

  @Override
  public void run() {
    Work.run("executor");
  }
}

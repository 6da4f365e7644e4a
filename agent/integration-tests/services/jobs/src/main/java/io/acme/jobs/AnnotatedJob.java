package io.acme.jobs;

/** Job of a scheduler that calls annotated methods on a thread of its own. */
public final class AnnotatedJob {

  static void start() {
    Thread scheduler = new Thread(AnnotatedJob::runAll, "annotated");
    scheduler.setDaemon(true);
    scheduler.start();
  }

  private static void runAll() {
    AnnotatedJob job = new AnnotatedJob();
    for (int i = 0; i < Work.RUNS; i++) {
      try {
        job.refresh();
      } catch (IllegalStateException planned) {
        return;
      }
    }
  }

  /** Runs again and again. */
  @Scheduled
  public void refresh() {
    Work.run("annotated");
  }
}

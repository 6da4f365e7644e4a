package io.acme.messages;

import io.acme.jobs.Work;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.scheduling.BackgroundJob;
import org.jobrunr.storage.InMemoryStorageProvider;

/** Jobs of JobRunr. */
public final class BackgroundJobs {

  static void start() {
    JobRunr.configure()
        .useStorageProvider(new InMemoryStorageProvider())
        .useBackgroundJobServer()
        .initialize();
    for (int i = 0; i < Work.RUNS; i++) {
      BackgroundJob.<BackgroundJobs>enqueue(jobs -> jobs.run());
    }
  }

  /** Runs in the background. */
  @Job(retries = 0)
  public void run() {
    Work.run("jobrunr");
  }
}

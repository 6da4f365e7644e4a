package io.acme.jobs;

import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Job of Quartz. */
public final class QuartzJob implements Job {

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    try {
      Work.run("quartz");
    } catch (IllegalStateException e) {
      throw new JobExecutionException(e);
    }
  }
}

package io.acme.jobs;

import java.util.Properties;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Starts one job of each scheduler. */
public final class JobsService {
  private static final int PERIOD_MILLIS = 20;

  private JobsService() {}

  public static void main(String[] args) throws Exception {
    Work.create();
    new Timer("timer", true).schedule(new TimerJob(), 0, PERIOD_MILLIS);
    ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    executor.scheduleAtFixedRate(new PeriodicJob(), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    scheduleLambda(executor);
    startQuartz();
    SpringJobs jobs =
        new AnnotationConfigApplicationContext(SpringJobs.class).getBean(SpringJobs.class);
    HomeMadeQueue.start();
    AnnotatedJob.start();
    WorkServer.start(jobs::onDemand);
  }

  private static void scheduleLambda(ScheduledExecutorService executor) {
    executor.scheduleWithFixedDelay(
        () -> Work.run("lambda"), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void startQuartz() throws Exception {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    scheduler.scheduleJob(
        JobBuilder.newJob(QuartzJob.class).build(),
        TriggerBuilder.newTrigger()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(PERIOD_MILLIS)
                    .repeatForever())
            .build());
    scheduler.start();
  }
}

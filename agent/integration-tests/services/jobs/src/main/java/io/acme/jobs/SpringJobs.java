package io.acme.jobs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Scheduled methods of Spring. */
@Configuration
@EnableScheduling
public class SpringJobs {

  @Bean
  public TaskScheduler taskScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(2);
    scheduler.setDaemon(true);
    scheduler.setErrorHandler(failure -> {});
    return scheduler;
  }

  /** Runs at a fixed rate. */
  @Scheduled(fixedRate = 20)
  public void atFixedRate() {
    Work.run("spring-rate");
  }

  /** Runs by a trigger, which schedules one run at a time. */
  @Scheduled(cron = "* * * * * *")
  public void byCron() {
    for (int i = 0; i < Work.RUNS; i++) {
      Work.run("spring-cron");
    }
  }

  /** Is never scheduled, but called. */
  @Scheduled(cron = "-")
  public void onDemand() {
    Work.run("called");
  }
}

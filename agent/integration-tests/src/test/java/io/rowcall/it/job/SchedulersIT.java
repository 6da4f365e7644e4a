package io.rowcall.it.job;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Periodic tasks of the JDK, of Spring, and of Quartz, and a method that the configuration names.
 */
@Covers({
  "ConfiguredMethod",
  "PeriodicTask",
  "Quartz",
  "ScheduledMethod",
  "SpringScheduling",
  "TimerTask"
})
final class SchedulersIT extends JobContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("jobs", folder)
        .with("library.packages", "io.acme.jobs.CountedDatabase")
        .with("request.methods", "io.acme.jobs.HomeMadeQueue$Handler#handle");
  }

  @Override
  String work() {
    return "periodic tasks of `Timer` and of scheduled executors, `@Scheduled`, Quartz,"
        + " `request.methods`";
  }

  @Override
  List<String> libraries() {
    return List.of("spring-context 6.2.11", "quartz 2.5.2");
  }

  @Override
  Map<String, Unit> jobs() {
    String jobs = "JOB io.acme.jobs.";
    return Map.of(
        jobs + "TimerJob.run", Unit.PER_RUN,
        jobs + "AnnotatedJob.refresh", Unit.PER_RUN,
        jobs + "PeriodicJob.run", Unit.PER_RUN,
        jobs + "JobsService.scheduleLambda", Unit.PER_RUN,
        jobs + "QuartzJob.execute", Unit.PER_RUN,
        jobs + "SpringJobs.atFixedRate", Unit.PER_RUN,
        jobs + "SpringJobs.byCron", new Unit(1, 1),
        jobs + "HomeMadeQueue$HomeMadeHandler.handle", Unit.PER_RUN);
  }

  @Override
  String service() {
    return "jobs";
  }

  @Override
  int unattributed() {
    return 2;
  }
}

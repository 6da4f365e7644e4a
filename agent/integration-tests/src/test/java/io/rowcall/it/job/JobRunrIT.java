package io.rowcall.it.job;

import io.rowcall.it.support.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Background jobs of JobRunr. */
@Covers("JobRunr")
@Tag("compat")
final class JobRunrIT extends MessageContract {

  @Override
  String kind() {
    return "jobrunr";
  }

  @Override
  String work() {
    return "JobRunr: each run of a job";
  }

  @Override
  List<String> libraries() {
    return List.of("jobrunr 8.2.0");
  }

  @Override
  Map<String, Unit> jobs() {
    return Map.of("JOB io.acme.messages.BackgroundJobs.run", Unit.PER_RUN);
  }
}

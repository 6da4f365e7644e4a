package io.rowcall.it.job;

import io.rowcall.it.support.Covers;
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
  Map<String, Unit> jobs() {
    return Map.of("JOB io.acme.messages.BackgroundJobs.run", Unit.PER_RUN);
  }
}

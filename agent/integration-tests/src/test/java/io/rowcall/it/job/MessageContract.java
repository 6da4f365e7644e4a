package io.rowcall.it.job;

import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Contract of jobs, for the kinds of the service {@code messages}. */
abstract class MessageContract extends JobContract {

  /** The argument of the service. */
  abstract String kind();

  @Override
  final ServiceCommand command(Path folder) {
    String jar = ServiceCommand.SERVICES.resolve("messages/target/messages.jar").toString();
    return ServiceCommand.of("messages", folder)
        .with("library.packages", "io.acme.jobs.CountedDatabase")
        .program("-jar", jar, kind());
  }

  @Override
  final String service() {
    return "messages";
  }

  @Override
  int unattributed() {
    return 2;
  }
}

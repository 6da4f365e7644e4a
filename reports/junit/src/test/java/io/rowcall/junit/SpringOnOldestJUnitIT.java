package io.rowcall.junit;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/**
 * Spring Boot tests on the oldest supported JUnit; the agent is attached with {@code -javaagent}.
 */
@Tag("compat")
final class SpringOnOldestJUnitIT extends SpringContract {
  @Override
  Fork fork(Path folder) {
    return new Fork(folder, "oldest")
        .jvm("-javaagent:" + Fork.agentJar() + "=quiet=true,report.dir=");
  }
}

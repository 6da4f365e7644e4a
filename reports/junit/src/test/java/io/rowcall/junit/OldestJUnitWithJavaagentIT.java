package io.rowcall.junit;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** The oldest supported JUnit; the agent is attached with {@code -javaagent}. */
@Tag("compat")
final class OldestJUnitWithJavaagentIT extends ExtensionContract {
  @Override
  Fork fork(Path folder) {
    return new Fork(folder, "oldest")
        .jvm("-javaagent:" + Fork.agentJar() + "=quiet=true,report.dir=");
  }
}

package io.rowcall.junit;

import java.nio.file.Path;

/** The JUnit version of this build; the agent is attached with {@code -javaagent}. */
final class OurJUnitWithJavaagentIT extends ExtensionContract {
  @Override
  Fork fork(Path folder) {
    return new Fork(folder, "ours")
        .jvm("-javaagent:" + Fork.agentJar() + "=quiet=true,report.dir=");
  }
}

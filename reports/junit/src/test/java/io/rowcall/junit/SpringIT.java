package io.rowcall.junit;

import java.nio.file.Path;

/** Spring Boot tests; the extension attaches the agent. */
final class SpringIT extends SpringContract {
  @Override
  Fork fork(Path folder) {
    return new Fork(folder, "ours");
  }
}

package io.rowcall.junit;

import java.nio.file.Path;

/** The oldest supported JUnit; the extension attaches the agent. */
final class OldestJUnitIT extends ExtensionContract {
  @Override
  Fork fork(Path folder) {
    return new Fork(folder, "oldest");
  }
}

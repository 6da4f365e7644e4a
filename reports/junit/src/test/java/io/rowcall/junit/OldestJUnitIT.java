package io.rowcall.junit;

import java.nio.file.Path;

/** Attaches the agent itself. */
final class OldestJUnitIT extends ExtensionContract {
  @Override
  Fork fork(Path folder) {
    return new Fork(folder, "oldest");
  }
}

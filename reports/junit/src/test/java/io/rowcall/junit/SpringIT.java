package io.rowcall.junit;

import java.nio.file.Path;

/** Attaches the agent itself. */
final class SpringIT extends SpringContract {
  @Override
  Fork fork(Path folder) {
    return new Fork(folder, "ours");
  }
}

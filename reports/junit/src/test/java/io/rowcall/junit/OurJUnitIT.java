package io.rowcall.junit;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** The JUnit version of this build; the extension attaches the agent. */
@Tag("compat")
final class OurJUnitIT extends ExtensionContract {
  @Override
  Fork fork(Path folder) {
    return new Fork(folder, "ours");
  }
}

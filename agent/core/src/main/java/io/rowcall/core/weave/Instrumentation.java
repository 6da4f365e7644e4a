package io.rowcall.core.weave;

import io.rowcall.core.library.Library;
import org.jspecify.annotations.Nullable;

/**
 * Selects classes of one library or interface, and weaves hooks into them. Stateless.
 *
 * <p>{@link #library} and {@link #candidates} run when the agent starts and must not load Byte
 * Buddy; {@link #weave} runs for each selected class.
 */
public interface Instrumentation {
  /** The classes to weave. */
  Candidates candidates();

  /** Weaves a selected class. Has one rule for each target: where, which methods, what advice. */
  void weave(Weaver type);

  /** The facts about the library; null for an interface, and where another one has them. */
  default @Nullable Library library() {
    return null;
  }
}

package io.rowcall.agent;

import java.io.File;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * What the agent in a JVM tells {@link RunningJvm} about itself: in a system property, which the
 * attach mechanism can read, and which is removed at once.
 */
final class CheckedState {
  /** Arguments with this prefix ask for the state instead of attaching. */
  static final String PREFIX = "--check-";

  static final String ASK = PREFIX + "ask";
  static final String FORGET = PREFIX + "forget";

  static final String PROPERTY = "rowcall.checked";

  private CheckedState() {}

  /**
   * Answers in the JVM that is being checked.
   *
   * @param state of the agent, as its {@code toString()}; null if it is not attached
   */
  static void answer(String arguments, @Nullable Runnable state) {
    if (arguments.equals(FORGET)) {
      System.clearProperty(PROPERTY);
      return;
    }
    System.setProperty(PROPERTY, state == null ? "" : text(state));
  }

  private static String text(Runnable state) {
    String version = Premain.class.getPackage().getImplementationVersion();
    CodeSource source = Premain.class.getProtectionDomain().getCodeSource();
    return "Rowcall    "
        + (version == null ? "development" : version)
        + (source == null ? "" : ", from " + new File(source.getLocation().getPath()))
        + "\n"
        + state;
  }
}

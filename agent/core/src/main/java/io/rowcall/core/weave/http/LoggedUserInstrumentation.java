package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.UserHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Hears {@code userId} and {@code user.id} where an application puts them into its logging context:
 * at the end of the request they have been removed.
 */
public final class LoggedUserInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    // Not written as a whole: the packaging would rename it to the agent's own.
    String slf4j = String.join("/", "org", "slf4j", "MDC");
    return Candidates.named("org/apache/logging/log4j/ThreadContext", slf4j);
  }

  @Override
  public void weave(Weaver type) {
    type.adviseStatic(
        Put.class,
        named("put")
            .and(takesArguments(2))
            .and(takesArgument(0, String.class))
            .and(takesArgument(1, String.class)));
  }

  static final class Put {
    private Put() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Argument(0) @Nullable String key, @Advice.Argument(1) @Nullable String value) {
      UserHooks.onLoggingContext(key, value);
    }
  }
}

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
 * Records {@code userId} and {@code user.id} when the application puts them into its logging
 * context. At the end of the request they are removed.
 */
public final class LoggedUserInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    // Joined at run time: the packaging would rename a constant to the agent's own copy of SLF4J.
    String slf4j = String.join("/", "org", "slf4j", "MDC");
    return Candidates.named("org/apache/logging/log4j/ThreadContext", slf4j);
  }

  @Override
  public void weave(Weaver type) {
    type.adviseStatic(
        named("put")
            .and(takesArguments(2))
            .and(takesArgument(0, String.class))
            .and(takesArgument(1, String.class)),
        Put.class);
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

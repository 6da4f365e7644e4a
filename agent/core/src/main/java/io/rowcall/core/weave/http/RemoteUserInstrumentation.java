package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.UserHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.security.Principal;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Records the user of a request when the application gets it, for example from a filter's wrapper.
 * The agent never calls the method itself, because a wrapper may have to look up the user.
 */
public final class RemoteUserInstrumentation implements Instrumentation {
  private final String namespace;

  /**
   * @param namespace javax or jakarta
   */
  public RemoteUserInstrumentation(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public Candidates candidates() {
    return Candidates.implementing(
        namespace + "/servlet/http/HttpServletRequest", "getRemoteUser", "getUserPrincipal");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("getRemoteUser").and(takesArguments(0)), GetName.class);
    type.advise(named("getUserPrincipal").and(takesArguments(0)), GetPrincipal.class);
  }

  static final class GetName {
    private GetName() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return @Nullable String user) {
      if (user != null) {
        UserHooks.onUser(UserHooks.REQUEST, user);
      }
    }
  }

  static final class GetPrincipal {
    private GetPrincipal() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return @Nullable Principal user) {
      if (user != null && UserHooks.isUnauthenticated()) {
        UserHooks.onUser(UserHooks.REQUEST, user.getName());
      }
    }
  }
}

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
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Records the user of a request when the application or a filter gets or sets it in Spring
 * Security. The agent never gets it by itself: a context that is not needed otherwise may have to
 * be read from a session, and that from a database. A principal that is not a name is not converted
 * to text, which may walk an entity's associations.
 */
public final class SpringSecurityInstrumentation implements Instrumentation {

  private static final String PACKAGE = "org/springframework/security/core/context/";
  private static final String CONTEXT = PACKAGE + "SecurityContextImpl";
  private static final String HOLDER = PACKAGE + "ThreadLocalSecurityContextHolderStrategy";
  private static final String INHERITABLE_HOLDER =
      PACKAGE + "InheritableThreadLocalSecurityContextHolderStrategy";

  @Override
  public Candidates candidates() {
    return Candidates.named(CONTEXT, HOLDER, INHERITABLE_HOLDER);
  }

  @Override
  public void weave(Weaver type) {
    type.in(HOLDER, INHERITABLE_HOLDER)
        .advise(named("getContext").and(takesArguments(0)), GetContext.class);
    type.in(CONTEXT)
        .advise(named("setAuthentication").and(takesArguments(1)), SetAuthentication.class);
  }

  static final class GetContext {
    private GetContext() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return @Nullable SecurityContext context)
        throws NoSuchMethodException {
      Authentication user = context == null ? null : context.getAuthentication();
      if (user != null
          && UserHooks.onAuthentication(user)
          && !(user instanceof AnonymousAuthenticationToken)) {
        Object principal = user.getPrincipal();
        if (principal instanceof CharSequence
            || principal instanceof Principal
            || principal instanceof AuthenticatedPrincipal
            || principal instanceof UserDetails
            || user.getClass().getMethod("getName").getDeclaringClass()
                != AbstractAuthenticationToken.class) {
          UserHooks.onUser(UserHooks.SECURITY, user.getName());
        }
      }
    }
  }

  static final class SetAuthentication {
    private SetAuthentication() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) @Nullable Authentication user)
        throws NoSuchMethodException {
      if (user != null
          && UserHooks.onAuthentication(user)
          && !(user instanceof AnonymousAuthenticationToken)) {
        Object principal = user.getPrincipal();
        if (principal instanceof CharSequence
            || principal instanceof Principal
            || principal instanceof AuthenticatedPrincipal
            || principal instanceof UserDetails
            || user.getClass().getMethod("getName").getDeclaringClass()
                != AbstractAuthenticationToken.class) {
          UserHooks.onUser(UserHooks.SECURITY, user.getName());
        }
      }
    }
  }
}

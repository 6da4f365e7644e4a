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
 * Hears from Spring Security who a request is made for, where the application or a filter asks or
 * tells it. It is never asked: a context that nobody has needed may have to be read from a session,
 * and that from a database. Nor is a principal that is no name by itself turned into a text, which
 * may walk an entity's associations.
 */
public final class SpringSecurityInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "org/springframework/security/core/context/InheritableThreadLocalSecurityContextHolderStrategy",
        "org/springframework/security/core/context/SecurityContextImpl",
        "org/springframework/security/core/context/ThreadLocalSecurityContextHolderStrategy");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(Asked.class, named("getContext").and(takesArguments(0)));
    type.advise(Told.class, named("setAuthentication").and(takesArguments(1)));
  }

  static final class Asked {
    private Asked() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return @Nullable SecurityContext context)
        throws NoSuchMethodException {
      Authentication known = context == null ? null : context.getAuthentication();
      if (known != null
          && UserHooks.onAuthentication(known)
          && !(known instanceof AnonymousAuthenticationToken)) {
        Object principal = known.getPrincipal();
        if (principal instanceof CharSequence
            || principal instanceof Principal
            || principal instanceof AuthenticatedPrincipal
            || principal instanceof UserDetails
            || known.getClass().getMethod("getName").getDeclaringClass()
                != AbstractAuthenticationToken.class) {
          UserHooks.onUser(UserHooks.SECURITY, known.getName());
        }
      }
    }
  }

  static final class Told {
    private Told() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) @Nullable Authentication known)
        throws NoSuchMethodException {
      if (known != null
          && UserHooks.onAuthentication(known)
          && !(known instanceof AnonymousAuthenticationToken)) {
        Object principal = known.getPrincipal();
        if (principal instanceof CharSequence
            || principal instanceof Principal
            || principal instanceof AuthenticatedPrincipal
            || principal instanceof UserDetails
            || known.getClass().getMethod("getName").getDeclaringClass()
                != AbstractAuthenticationToken.class) {
          UserHooks.onUser(UserHooks.SECURITY, known.getName());
        }
      }
    }
  }
}

package io.rowcall.core.weave.route;

import com.linecorp.armeria.server.ServiceConfig;
import io.rowcall.boot.RouteHooks;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Names endpoints after the path pattern of the service that Armeria has routed to. */
public final class ArmeriaInstrumentation implements Instrumentation {

  /** The pattern of its service for all other paths. */
  public static final String ANY = "/*";

  @Override
  public Library library() {
    return Library.framework("com.linecorp.armeria.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named("com/linecorp/armeria/internal/server/DefaultServiceRequestContext");
  }

  @Override
  public void weave(Weaver type) {
    type.adviseConstructors(Route.class);
  }

  static final class Route {
    private Route() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.FieldValue("cfg") @Nullable ServiceConfig service) {
      String pattern = service == null ? ANY : service.route().patternString();
      if (!pattern.equals(ANY)) {
        RouteHooks.setRoute(pattern);
      }
    }
  }
}

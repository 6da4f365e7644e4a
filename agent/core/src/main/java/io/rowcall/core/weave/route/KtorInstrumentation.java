package io.rowcall.core.weave.route;

import io.rowcall.boot.RouteHooks;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Names endpoints after the route that Ktor (2, 3) has resolved, on any of its engines. */
public final class KtorInstrumentation implements Instrumentation {

  /** Starts the agent. */
  public static final String PACKAGE = "io/ktor/server/";

  private static final String CALL = "io/ktor/server/routing/RoutingPipelineCall";
  private static final String CALL_2 = "io/ktor/server/routing/RoutingApplicationCall";

  @Override
  public Library library() {
    return Library.framework("io.ktor.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(CALL, CALL_2);
  }

  @Override
  public void weave(Weaver type) {
    type.adviseConstructors(Resolve.class);
  }

  static final class Resolve {
    private Resolve() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Argument(1) @Nullable Object route) {
      if (route != null) {
        RouteHooks.setRouteOfTree(route.toString());
      }
    }
  }
}

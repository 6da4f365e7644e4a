package io.rowcall.core.weave.route;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.RouteHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import io.vertx.ext.web.RoutingContext;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Names endpoints after the path of the last route that Vert.x Web (4, 5) has called, below the
 * mount point of its router. A route for all paths, or one of a regular expression, names none.
 */
public final class VertxWebInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("io/vertx/ext/web/impl/RouteState");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("handleContext").and(takesArguments(1)), Match.class);
  }

  static final class Match {
    private Match() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.Argument(0) RoutingContext context,
        @Advice.FieldValue("path") @Nullable String path,
        @Advice.FieldValue("exactPath") boolean exact) {
      if (path != null && (exact || path.length() > 1)) {
        RouteHooks.setRoute(context.mountPoint(), exact ? path : path.concat("*"));
      }
    }
  }
}

package io.rowcall.core.weave.route;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.RouteHooks;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import spark.RouteImpl;

/** Names endpoints after the path of the route that Spark (2) calls; filters name none. */
public final class SparkInstrumentation implements Instrumentation {

  @Override
  public Library library() {
    return Library.framework("spark.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "spark/ResponseTransformerRouteImpl$1",
        "spark/RouteImpl$1",
        "spark/TemplateViewRouteImpl$1");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("handle").and(takesArguments(2)), Handle.class);
  }

  static final class Handle {
    private Handle() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This RouteImpl route) {
      RouteHooks.setRouteBelowContext(null, route.getPath());
    }
  }
}

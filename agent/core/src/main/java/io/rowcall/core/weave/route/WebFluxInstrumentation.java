package io.rowcall.core.weave.route;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.RouteHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.springframework.web.server.ServerWebExchange;

/**
 * Names endpoints after the pattern that Spring WebFlux (5.3 to 7) has matched, of a controller or
 * of a router function, on any server.
 */
public final class WebFluxInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("org/springframework/web/reactive/DispatcherHandler");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        namedOneOf("invokeHandler", "handleRequestWith").and(takesArguments(2)), Match.class);
  }

  static final class Match {
    private Match() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) ServerWebExchange exchange) {
      Object pattern =
          exchange.getAttribute(
              "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern");
      if (pattern != null) {
        String contextPath = exchange.getRequest().getPath().contextPath().value();
        RouteHooks.setRoute(contextPath.concat(pattern.toString()));
      }
    }
  }
}

package io.rowcall.core.weave.route;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Names endpoints after the URI template that Micronaut (4, 5) has matched. The advice is in {@code
 * src/main/java17}, because Micronaut is compiled for Java 17; it is only read, so a string names
 * it.
 */
public final class MicronautInstrumentation implements Instrumentation {

  @Override
  public Library library() {
    return Library.framework("io.micronaut.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named("io/micronaut/http/server/RouteExecutor");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("callRoute")
            .and(takesArguments(3))
            .and(takesArgument(1, named("io.micronaut.web.router.RouteMatch"))),
        AdviceSource.AGENT,
        "io.rowcall.core.weave.route.MicronautMatch");
  }
}

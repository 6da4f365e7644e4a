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
 * Names endpoints after the templates that RESTEasy Reactive has matched, which is Quarkus REST,
 * sub-resources included. The advice is in {@code src/main/java17}, because the library is compiled
 * for a newer Java; it is only read, so a string names it.
 */
public final class ResteasyReactiveInstrumentation implements Instrumentation {

  @Override
  public Library library() {
    return Library.framework("io.quarkus.", "io.smallrye.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "org/jboss/resteasy/reactive/server/core/ResteasyReactiveRequestContext");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("restart")
            .and(takesArguments(2))
            .and(
                takesArgument(
                    0, named("org.jboss.resteasy.reactive.server.mapping.RuntimeResource"))),
        AdviceSource.AGENT,
        "io.rowcall.core.weave.route.ResteasyReactiveMatch");
  }
}

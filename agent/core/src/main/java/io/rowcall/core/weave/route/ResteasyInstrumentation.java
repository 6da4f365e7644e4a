package io.rowcall.core.weave.route;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Names endpoints after the template of the method that RESTEasy (6, 7) invokes, also in WildFly
 * and Open Liberty. The advice is in {@code src/main/java17}, because the library is compiled for a
 * newer Java; it is only read, so a string names it.
 */
public final class ResteasyInstrumentation implements Instrumentation {

  @Override
  public Library library() {
    return Library.framework("org.jboss.resteasy.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named("org/jboss/resteasy/core/ResourceMethodInvoker");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("invokeOnTarget").and(takesArguments(3)),
        AdviceSource.AGENT,
        "io.rowcall.core.weave.route.ResteasyMatch");
  }
}

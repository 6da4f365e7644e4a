package io.rowcall.core.weave.route;

import static net.bytebuddy.matcher.ElementMatchers.declaresMethod;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.nameContains;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Names endpoints after the template of the method that RESTEasy (3 to 7) invokes, also in WildFly
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

  private static ElementMatcher.Junction<MethodDescription> invoke() {
    return named("invokeOnTarget").and(takesArguments(3));
  }

  private static ElementMatcher<TypeDescription> jakarta() {
    return declaresMethod(named("getRequestFilters").and(returns(nameContains("jakarta.ws.rs."))));
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        invoke().and(isDeclaredBy(jakarta())),
        AdviceSource.AGENT,
        "io.rowcall.core.weave.route.ResteasyMatch");
    type.advise(
        invoke().and(not(isDeclaredBy(jakarta()))),
        AdviceSource.AGENT,
        "io.rowcall.core.weave.route.ResteasyOlderMatch");
  }
}

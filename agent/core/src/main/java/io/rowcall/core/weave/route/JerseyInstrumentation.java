package io.rowcall.core.weave.route;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Names endpoints after the templates that Jersey (2 to 4) has matched, sub-resources included. The
 * advice is in {@code src/main/java17}, because the library is compiled for a newer Java; it is
 * only read, so a string names it.
 */
public final class JerseyInstrumentation implements Instrumentation {

  @Override
  public Library library() {
    return Library.framework("org.glassfish.jersey.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named("org/glassfish/jersey/server/internal/routing/UriRoutingContext");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("pushTemplates").and(takesArguments(2)),
        AdviceSource.AGENT,
        "io.rowcall.core.weave.route.JerseyMatch");
  }
}

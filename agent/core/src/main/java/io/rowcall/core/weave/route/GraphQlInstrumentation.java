package io.rowcall.core.weave.route;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Adds the operation that graphql-java executes to the name of its endpoint: by its name, or by its
 * first field if it has none. The advice is in {@code src/main/java17}, because graphql-java is
 * compiled for Java 11; it is only read, so a string names it.
 */
public final class GraphQlInstrumentation implements Instrumentation {

  @Override
  public Library library() {
    return Library.framework("graphql.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named("graphql/execution/ExecutionContextBuilder");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("build").and(takesArguments(0)),
        AdviceSource.AGENT,
        "io.rowcall.core.weave.route.GraphQlOperation");
  }
}

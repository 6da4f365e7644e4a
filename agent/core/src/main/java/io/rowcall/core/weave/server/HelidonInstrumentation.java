package io.rowcall.core.weave.server;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Counts requests of Helidon's server (4), which routes each on a virtual thread of its own, names
 * them after the pattern of the route (4.3 and newer), and sets headers before those are written.
 * Responses on HTTP/2 have none.
 *
 * <p>Helidon is compiled for Java 21. So the advice is in {@code src/main/java17}, and compiled
 * against the signatures in {@code src/stubs}, because the Java that builds the agent may be older.
 */
public final class HelidonInstrumentation implements Instrumentation {

  private static final String ADVICE = "io.rowcall.core.weave.server.Helidon";
  private static final String ROUTING = "io/helidon/webserver/http/HttpRoutingImpl";
  private static final String HTTP_1 = "io/helidon/webserver/http1/Http1ServerRequest";
  private static final String HTTP_2 = "io/helidon/webserver/http2/Http2ServerRequest";
  private static final String RESPONSE = "io/helidon/webserver/http1/Http1ServerResponse";

  @Override
  public Library library() {
    return Library.framework("io.helidon.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(ROUTING, HTTP_1, HTTP_2, RESPONSE);
  }

  @Override
  public void weave(Weaver type) {
    type.in(ROUTING)
        .advise(named("route").and(takesArguments(3)), AdviceSource.AGENT, ADVICE + "Route");
    type.in(HTTP_1, HTTP_2)
        .advise(
            named("matchingPattern").and(takesArguments(String.class)),
            AdviceSource.AGENT,
            ADVICE + "Match");
    type.in(RESPONSE)
        .adviseStatic(
            named("nonEntityBytes")
                .and(takesArgument(0, named("io.helidon.http.ServerResponseHeaders"))),
            ADVICE + "Commit");
  }
}

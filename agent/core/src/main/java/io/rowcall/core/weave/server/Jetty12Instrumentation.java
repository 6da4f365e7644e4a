package io.rowcall.core.weave.server;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.state.ExchangeHolder;
import io.rowcall.boot.state.ExchangeState;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Counts requests that handlers of Jetty 12 answer without a servlet: an exchange begins where the
 * server calls its handlers, is entered again where it calls back, and ends with its stream. A
 * servlet takes over a request that has executed nothing before it. {@code
 * Jetty12CommitInstrumentation} sets the headers.
 *
 * <p>The advice is in {@code src/main/java17}, because Jetty 12 is compiled for Java 17.
 */
public final class Jetty12Instrumentation implements Instrumentation {

  private static final String ADVICE = "io.rowcall.core.weave.server.Jetty12";
  private static final String CHANNEL = "org/eclipse/jetty/server/internal/HttpChannelState";
  private static final String REQUEST = CHANNEL + "$ChannelRequest";
  private static final String RESPONSE = CHANNEL + "$ChannelResponse";
  private static final String SERVER = "org/eclipse/jetty/server/Server";

  @Override
  public Candidates candidates() {
    return Candidates.named(CHANNEL, REQUEST, RESPONSE, SERVER);
  }

  @Override
  public void weave(Weaver type) {
    type.in(SERVER)
        .advise(
            named("handle")
                .and(takesArguments(3))
                .and(takesArgument(0, named("org.eclipse.jetty.server.Request"))),
            AdviceSource.AGENT,
            ADVICE + "Handle");
    type.in(REQUEST)
        .addState(ExchangeHolder.class)
        .addState(ExchangeState.class)
        .advise(named("demand").and(takesArguments(1)), AdviceSource.AGENT, ADVICE + "Demand");
    type.in(RESPONSE)
        .advise(namedOneOf("succeeded", "failed"), AdviceSource.AGENT, ADVICE + "Callback");
    type.in(CHANNEL)
        .advise(named("completeStream").and(takesArguments(2)), AdviceSource.AGENT, ADVICE + "End");
  }
}

package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Sets the headers where Jetty 12 takes them for the wire. The advice is compiled for Java 17, as
 * Jetty 12 is, and lies in src/main/java17: it is only ever read, so it is named by its text here.
 */
public final class Jetty12CommitInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("org/eclipse/jetty/server/internal/HttpChannelState$ChannelResponse");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        AdviceSource.OF_THE_AGENT,
        "io.rowcall.core.weave.http.Jetty12Commit",
        named("lockedPrepareResponse"));
  }
}

package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Sets the headers where Jetty 12 commits a response. The advice is in {@code src/main/java17},
 * because Jetty 12 is compiled for Java 17; it is only read, so a string names it.
 */
public final class Jetty12CommitInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("org/eclipse/jetty/server/internal/HttpChannelState$ChannelResponse");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("lockedPrepareResponse"),
        AdviceSource.AGENT,
        "io.rowcall.core.weave.http.Jetty12Commit");
  }
}

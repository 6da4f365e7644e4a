package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.Slot;
import io.rowcall.core.weave.Advices;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import jakarta.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;

/** Sets the headers where Jetty 9, 10 (javax) and 11 (jakarta) take them for the wire. */
public final class Jetty9CommitInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("org/eclipse/jetty/server/Response");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        type.implementsDirectly("javax.servlet.http.HttpServletResponse")
            ? Advices.FOR_JAVAX
            : Advices.OF_THE_AGENT,
        Commit.class.getName(),
        named("newResponseMetaData"));
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This HttpServletResponse response) {
      Slot figures = HttpHooks.commits();
      if (figures != null) {
        response.setHeader("X-Response-Time-Ms", figures.responseTimeMs());
        response.setHeader("X-Query-Count", figures.queryCount());
        response.setHeader("X-Cache-Hit", figures.cacheHit());
        response.setHeader("Server-Timing", figures.serverTiming());
      }
    }
  }
}

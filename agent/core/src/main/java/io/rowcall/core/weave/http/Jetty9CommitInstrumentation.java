package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.state.ExchangeState;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import jakarta.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Sets the headers where Jetty 9, 10 (javax) and 11 (jakarta) take them for the wire. */
public final class Jetty9CommitInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "org/eclipse/jetty/server/HttpChannel",
        "org/eclipse/jetty/server/Request",
        "org/eclipse/jetty/server/Response");
  }

  @Override
  public void weave(Weaver type) {
    if (type.isNamed("HttpChannel")) {
      type.addState(ExchangeState.class);
      return;
    }
    if (type.isNamed("Request")) {
      type.advise(Attribute.class, "setAttribute");
      return;
    }
    type.advise(
        type.implementsDirectly("javax.servlet.http.HttpServletResponse")
            ? AdviceSource.FOR_JAVAX
            : AdviceSource.OF_THE_AGENT,
        Commit.class.getName(),
        named("newResponseMetaData"));
  }

  /** Lets the channel know what the request is given. */
  static final class Attribute {
    private Attribute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.FieldValue("_channel") Object channel,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) @Nullable Object value) {
      if (HttpHooks.ANSWERING.equals(name)) {
        HttpHooks.isAnswered(channel, value);
      }
    }
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.This HttpServletResponse response, @Advice.FieldValue("_channel") Object channel) {
      ThreadState figures = HttpHooks.commits(HttpHooks.answeringAt(channel));
      if (figures != null) {
        response.setHeader("X-Response-Time-Ms", figures.responseTimeMs());
        response.setHeader("X-Query-Count", figures.queryCount());
        response.setHeader("X-Cache-Hit", figures.cacheHit());
        if (!figures.isTimed() || !response.containsHeader("Server-Timing")) {
          response.addHeader("Server-Timing", figures.serverTiming());
        }
      }
    }
  }
}

package io.rowcall.core.weave.http;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.boot.state.ExchangeState;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.AdviceSource;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import jakarta.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Sets the headers where Jetty 9, 10 (javax) and 11 (jakarta) commit a response. */
public final class Jetty9CommitInstrumentation implements Instrumentation {

  private static final String CHANNEL = "org/eclipse/jetty/server/HttpChannel";
  private static final String REQUEST = "org/eclipse/jetty/server/Request";
  private static final String RESPONSE = "org/eclipse/jetty/server/Response";
  private static final String JAVAX_RESPONSE = "javax.servlet.http.HttpServletResponse";

  @Override
  public Library library() {
    return Library.server("org.eclipse.jetty.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(CHANNEL, REQUEST, RESPONSE);
  }

  @Override
  public void weave(Weaver type) {
    type.in(CHANNEL).addState(ExchangeState.class);
    type.in(REQUEST).advise(named("setAttribute"), Attribute.class);
    type.in(RESPONSE)
        .implementing(JAVAX_RESPONSE)
        .advise(named("newResponseMetaData"), AdviceSource.JAVAX, Commit.class.getName());
    type.in(RESPONSE)
        .notImplementing(JAVAX_RESPONSE)
        .advise(named("newResponseMetaData"), Commit.class);
  }

  /** Passes the attribute of an asynchronous request on to its channel. */
  static final class Attribute {
    private Attribute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.FieldValue("_channel") Object channel,
        @Advice.Argument(0) @Nullable String name,
        @Advice.Argument(1) @Nullable Object value) {
      if (HttpHooks.PENDING_RESPONSE.equals(name)) {
        HttpHooks.setPendingResponse(channel, value);
      }
    }
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.This HttpServletResponse response, @Advice.FieldValue("_channel") Object channel) {
      ResponseFigures figures = HttpHooks.beforeCommit(HttpHooks.pendingResponse(channel));
      if (figures != null) {
        while (figures.nextHeader(response.containsHeader(ResponseFigures.SERVER_TIMING))) {
          if (figures.isHeaderAdded()) {
            response.addHeader(figures.headerName(), figures.headerValue());
          } else {
            response.setHeader(figures.headerName(), figures.headerValue());
          }
        }
      }
    }
  }
}

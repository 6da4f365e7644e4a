package io.rowcall.core.weave.server;

import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.DefaultChannelPipeline;
import io.rowcall.boot.ServerHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.state.ExchangeHolder;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Follows a request through Netty's pipeline (4.1, 4.2): begins its exchange when a decoder passes
 * on its head, enters it wherever a handler passes on a part of it, and where the transport calls
 * back, and ends it with its connection. See {@link NettyHttpInstrumentation} for its response.
 *
 * <p>The pipeline cannot see the types of HTTP: its advice names none of them.
 */
public final class NettyInstrumentation implements Instrumentation {

  /** Starts the agent: the superclass of all channels. */
  public static final String CHANNEL = "io/netty/util/DefaultAttributeMap";

  private static final String HANDLER = "io/netty/channel/AbstractChannelHandlerContext";
  private static final String PIPELINE = "io/netty/channel/DefaultChannelPipeline";
  private static final String WRITES = "io/netty/channel/ChannelOutboundBuffer";

  @Override
  public Library library() {
    return Library.eventLoops("io.netty.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(CHANNEL, HANDLER, PIPELINE, WRITES);
  }

  @Override
  public void weave(Weaver type) {
    type.in(CHANNEL).addState(ExchangeHolder.class);
    type.in(HANDLER)
        .addState(ExchangeHolder.class)
        .advise(named("fireChannelRead").and(not(isBridge())), Read.class);
    type.in(PIPELINE).advise(named("fireChannelInactive").and(not(isBridge())), Close.class);
    type.in(WRITES)
        .advise(named("addMessage").and(takesArguments(3)), Queued.class)
        .advise(
            named("removeBytes")
                .or(
                    namedOneOf("remove")
                        .and(takesArguments(0).or(takesArguments(Throwable.class)))),
            Written.class);
  }

  static final class Read {
    private Read() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(
        @Advice.This ChannelHandlerContext handler, @Advice.Argument(0) @Nullable Object message) {
      if (message != null && ServerHooks.isNewHead(message)) {
        ServerHooks.beginHead(handler.channel(), message);
      }
      return ServerHooks.beforeMessage(handler, message);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      ServerHooks.leave(entered);
    }
  }

  static final class Close {
    private Close() {}

    /** Runs after the handlers, which may still execute statements. */
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.This DefaultChannelPipeline pipeline) {
      ServerHooks.onClose(pipeline.channel());
    }
  }

  static final class Queued {
    private Queued() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.FieldValue("channel") Channel channel) {
      ServerHooks.onQueued(channel);
    }
  }

  static final class Written {
    private Written() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.FieldValue("channel") Channel channel) {
      return ServerHooks.beforeWritten(channel);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request entered,
        @Advice.This ChannelOutboundBuffer writes,
        @Advice.FieldValue("channel") Channel channel) {
      ServerHooks.leave(entered);
      ServerHooks.afterWritten(channel, writes.isEmpty());
    }
  }
}

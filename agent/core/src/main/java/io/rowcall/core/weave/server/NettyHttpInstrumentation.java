package io.rowcall.core.weave.server;

import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.rowcall.boot.ServerHooks;
import io.rowcall.boot.TraceHooks;
import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.state.RequestHead;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Sets the headers where a codec of Netty encodes the head of a response, of HTTP/1 or of a stream
 * of HTTP/2, and ends the exchange with its last part. Reactor Netty, Vert.x, Micronaut, Ktor, and
 * Armeria write responses through these encoders, in the order of the requests.
 */
public final class NettyHttpInstrumentation implements Instrumentation {

  private static final String REQUEST = "io/netty/handler/codec/http/DefaultHttpRequest";
  private static final String ARMERIA_REQUEST = "com/linecorp/armeria/server/NettyHttp1Request";
  private static final String DECODER = "io/netty/handler/codec/http/HttpObjectDecoder";
  private static final String CONVERSION = "io/netty/handler/codec/http2/HttpConversionUtil";
  private static final String STREAM =
      "io/netty/handler/codec/http2/AbstractHttp2StreamChannel$Http2ChannelUnsafe";
  private static final String HTTP_1 = "io/netty/handler/codec/http/HttpObjectEncoder";
  private static final String HTTP_2 =
      "io/netty/handler/codec/http2/Http2StreamFrameToHttpObjectCodec";

  @Override
  public Candidates candidates() {
    return Candidates.named(REQUEST, ARMERIA_REQUEST, DECODER, CONVERSION, STREAM, HTTP_1, HTTP_2);
  }

  @Override
  public void weave(Weaver type) {
    type.in(REQUEST, ARMERIA_REQUEST).addState(RequestHead.class).adviseConstructors(Head.class);
    type.in(DECODER).advise(named("readHeaders").and(takesArguments(1)), Headers.class);
    type.in(CONVERSION)
        .adviseStatic(namedOneOf("toHttpRequest", "toFullHttpRequest"), Converted.class);
    type.in(STREAM).advise(namedOneOf("firstWriteComplete", "writeComplete"), Written.class);
    type.in(HTTP_1, HTTP_2)
        .advise(named("encode").and(takesArguments(3)).and(not(isBridge())), Encode.class);
  }

  static final class Head {
    private Head() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object head,
        @Advice.FieldValue("method") @Nullable HttpMethod method,
        @Advice.FieldValue("uri") @Nullable String uri) {
      ServerHooks.onHead(head, method, uri);
    }
  }

  /** Returns null while a part of the headers has not been received. */
  static final class Headers {
    private Headers() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.FieldValue("message") @Nullable HttpMessage head,
        @Advice.Return @Nullable Object state) {
      if (state != null && head instanceof HttpRequest) {
        ServerHooks.onHeaders(head, head.headers().get(TraceHooks.HEADER));
      }
    }
  }

  /** The head of a stream of HTTP/2 becomes one of HTTP/1. */
  static final class Converted {
    private Converted() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return @Nullable Object head) {
      if (head instanceof HttpRequest) {
        ServerHooks.onHeaders(head, ((HttpRequest) head).headers().get(TraceHooks.HEADER));
      }
    }
  }

  static final class Encode {
    private Encode() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(
        @Advice.Argument(0) ChannelHandlerContext context,
        @Advice.Argument(1) @Nullable Object message) {
      if (!ServerHooks.isResponding(context.channel())) {
        return false;
      }
      if (message instanceof HttpResponse) {
        HttpResponse response = (HttpResponse) message;
        int status = response.status().code();
        if (ServerHooks.isInterim(status)) {
          return false;
        }
        HttpHeaders headers = response.headers();
        if (ServerHooks.isUpgrade(status) && "h2c".equalsIgnoreCase(headers.get("upgrade"))) {
          ServerHooks.dropResponse(context.channel());
          return false;
        }
        ResponseFigures figures =
            ServerHooks.beforeResponse(context.channel(), status, headers.get("content-type"));
        if (figures != null) {
          try {
            while (figures.nextHeader(headers.contains(ResponseFigures.SERVER_TIMING))) {
              if (figures.isHeaderAdded()) {
                headers.add(figures.headerName(), figures.headerValue());
              } else {
                headers.set(figures.headerName(), figures.headerValue());
              }
            }
          } catch (UnsupportedOperationException | IllegalStateException readOnly) {
            // A response that the server shares among requests has none.
          }
        }
      }
      return message instanceof LastHttpContent;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean last, @Advice.Argument(0) ChannelHandlerContext context) {
      if (last) {
        ServerHooks.afterResponse(context.channel());
      }
    }
  }

  /** A stream of HTTP/2 calls back those that wait for what it has written. */
  static final class Written {
    private Written() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.FieldValue("this$0") Object channel) {
      return ServerHooks.beforeWritten(channel);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      ServerHooks.leave(entered);
    }
  }
}

package io.rowcall.bench;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** HTTP exchange without a network, for which the agent sees a request start and end. */
final class NullExchange extends HttpExchange {
  private static final URI PATH = URI.create("/bench");
  private final Headers headers = new Headers();

  @Override
  public Headers getRequestHeaders() {
    return headers;
  }

  @Override
  public Headers getResponseHeaders() {
    return headers;
  }

  @Override
  public URI getRequestURI() {
    return PATH;
  }

  @Override
  public String getRequestMethod() {
    return "GET";
  }

  @Override
  public int getResponseCode() {
    return 200;
  }

  @Override
  public String getProtocol() {
    return "HTTP/1.1";
  }

  @Override
  public @Nullable HttpPrincipal getPrincipal() {
    return null;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return null;
  }

  @Override
  public void setAttribute(String name, Object value) {}

  @Override
  public void sendResponseHeaders(int status, long length) {}

  @Override
  public void close() {}

  @Override
  public void setStreams(InputStream in, OutputStream out) {}

  /** Neither the benchmark nor the agent asks for it; if one did, its figures would be wrong. */
  @Override
  public HttpContext getHttpContext() {
    throw new UnsupportedOperationException("a null exchange has no context");
  }

  @Override
  public InputStream getRequestBody() {
    return InputStream.nullInputStream();
  }

  @Override
  public OutputStream getResponseBody() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public InetSocketAddress getRemoteAddress() {
    return InetSocketAddress.createUnresolved("localhost", 0);
  }

  @Override
  public InetSocketAddress getLocalAddress() {
    return InetSocketAddress.createUnresolved("localhost", 0);
  }
}

package io.rowcall.bench.trial;

import java.util.Collection;
import java.util.List;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;

/** Response with status 200 that discards its body. */
abstract class StubResponse implements HttpServletResponse {
  private final ServletOutputStream body = new DiscardedBody();

  @Override
  public int getStatus() {
    return SC_OK;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return body;
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return List.of();
  }

  @Override
  public Collection<String> getHeaderNames() {
    return List.of();
  }

  private static final class DiscardedBody extends ServletOutputStream {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}

    @Override
    public void write(int b) {}

    @Override
    public void write(byte[] bytes, int offset, int length) {}
  }
}

package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Reactor Netty. */
@Covers("ReactorNettyClient")
@Tag("compat")
final class ReactorNettyClientIT extends CallContract {

  @Override
  public Client client() {
    return Client.http("reactor-netty-http", "ReactorNetty");
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.CLIENTS.get();
  }
}

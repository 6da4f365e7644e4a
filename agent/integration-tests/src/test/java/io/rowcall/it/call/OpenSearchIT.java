package io.rowcall.it.call;

import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** OpenSearch's REST client: a call counts once, for Apache's asynchronous client 5 below it. */
@Tag("compat")
final class OpenSearchIT extends CallContract {

  @Override
  public Client client() {
    return Client.http("opensearch-rest-client", "OpenSearch");
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.CLIENTS.get();
  }
}

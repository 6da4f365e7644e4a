package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Elasticsearch's REST client: a call counts once, for the Apache client below it. */
@Covers("ApacheAsyncHttpClient4")
@Tag("compat")
final class ElasticsearchIT extends CallContract {

  @Override
  public Client client() {
    return Client.http("elasticsearch-rest-client", "Elasticsearch");
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.CLIENTS.get();
  }
}

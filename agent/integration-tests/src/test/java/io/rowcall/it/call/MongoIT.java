package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** MongoDB's driver, against a server that speaks its protocol in memory. */
@Covers("Mongo")
@Tag("compat")
final class MongoIT extends CallContract {

  @Override
  public Client client() {
    return new Client("mongodb-driver-sync", "Mongo", "MONGODB", "find orders", "insert orders", 3);
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.CLIENTS.get();
  }
}

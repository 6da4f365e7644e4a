package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** gRPC. */
@Covers("GrpcClient")
@Tag("compat")
final class GrpcClientIT extends CallContract {

  @Override
  public Client client() {
    return new Client("grpc-stub", "Grpc", "GRPC", "shop.Stock/Find", "shop.Stock/Fail", 3);
  }

  @Override
  CallRun run() throws IOException {
    return SharedRun.CLIENTS.get();
  }
}

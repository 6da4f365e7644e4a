package io.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.junit.ExpectQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Server tests that run alone even if others run in parallel. */
@Isolated
class IsolatedServerCases {
  @Test
  @ExpectQueries(select = 2)
  void callsAServer() throws Exception {
    try (var server = new ShopServer()) {
      assertEquals("[1, 2]", server.get());
      server.get();
    }
  }
}

package io.rowcall.sample.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {

  @Test
  void compressesFromTheFirstByteAboveAKilobyte() {
    Response whole = answer(1024);
    assertNull(whole.headers().get("Content-Encoding"));
    assertEquals(1024, whole.body().length);
    Response buffer = answer(1025);
    assertEquals("gzip", buffer.headers().get("Content-Encoding"));
    assertTrue(buffer.body().length < 100);
  }

  private static Response answer(int bytes) {
    var router =
        new Router(
            List.of(Route.get("/x", request -> new Response(200, new byte[bytes], Map.of()))));
    return router.answer(
        new Request(
            "GET",
            "/x",
            Map.of(),
            Map.of(),
            name -> name.equals("Accept-Encoding") ? "gzip, deflate" : null,
            new byte[0]));
  }
}

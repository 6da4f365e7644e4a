package io.rowcall.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndpointPatternTest {
  @ParameterizedTest
  @CsvSource({
    "GET /api/orders, GET /api/orders, true",
    "GET /api/orders, GET /api/orders/{id}, false",
    "GET /api/orders/{id}, GET /api/orders/{id}, true",
    "GET /api/*, GET /api/orders, true",
    "GET /api/*, GET /api/orders/{id}, false",
    "GET /api/v*/orders, GET /api/v2/orders, true",
    "GET /api/v*/orders, GET /api/v2/x/orders, false",
    "GET /api/**, GET /api, true",
    "GET /api/**, GET /api/orders/{id}/lines, true",
    "GET /api/**, GET /apis, false",
    "GET /**/lines, GET /lines, true",
    "GET /**/lines, GET /api/orders/{id}/lines, true",
    "GET /**/lines, GET /api/deadlines, false",
    "* /api/orders, POST /api/orders, true",
    "* /api/orders, POST /x/api/orders, false",
    "**, GET /api/orders, true",
    "**, OrderTest.listsAll(), true",
    "GET /a.c, GET /abc, false"
  })
  void matches(String pattern, String endpoint, boolean expected) {
    assertEquals(expected, new EndpointPattern(pattern).matches(endpoint));
  }

  @Test
  void ordersPatternsBySpecificity() {
    long exact = new EndpointPattern("GET /api/orders").wildcards();
    long segment = new EndpointPattern("GET /api/*").wildcards();
    long twoSegments = new EndpointPattern("* /api/*").wildcards();
    long any = new EndpointPattern("GET /**").wildcards();
    assertTrue(exact < segment && segment < twoSegments && twoSegments < any);
  }
}

package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.SqlStatement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallTableTest {
  private final CallTable calls = new CallTable(new AtomicInteger(SqlStatement.FIRST_ORDINAL));

  @ParameterizedTest
  @CsvSource({
    "stock.example//items/17, GET stock.example/items/{id}",
    "stock.example//items/550e8400-e29b-41d4-a716-446655440000, GET stock.example/items/{id}",
    "Stock.Example//api/v2/orders/17/lines, GET stock.example/api/v2/orders/{id}/lines",
    "10.1.2.3//items, GET {ip}/items",
    "[::1]//items, GET {ip}/items",
    "localhost/, GET localhost/",
    "tenant-8842193.shop.example//items, GET {id}.shop.example/items",
  })
  void foldsWhatVariesInHostAndPath(String location, String expected) {
    assertEquals(expected, calls.of(CallKind.HTTP, "GET", location).text);
  }

  @Test
  void internsTemplatesByKind() {
    SqlStatement find = calls.of(CallKind.MONGODB, "find", "orders");
    assertEquals("find orders", find.text);
    assertSame(find, calls.of(CallKind.MONGODB, "find", "orders"));
    SqlStatement other = calls.of(CallKind.GRPC, "find", "orders");
    assertNotEquals(find.id, other.id);
    assertEquals(find.ordinal + 1, other.ordinal);
  }

  @Test
  void countsCallsBeyondTheBound() {
    for (int i = 0; i < Limits.CALLS; i++) {
      calls.of(CallKind.MONGODB, "find", "c" + i);
    }
    assertEquals(0, calls.overflowed());
    assertSame(SqlStatement.OTHER_CALL, calls.of(CallKind.MONGODB, "find", "more"));
    assertEquals(1, calls.overflowed());
  }
}

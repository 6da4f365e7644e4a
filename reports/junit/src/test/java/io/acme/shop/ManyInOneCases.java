package io.acme.shop;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.rowcall.junit.QueryBudget;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several invocations per test method. */
class ManyInOneCases {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @QueryBudget(max = 2)
  void parameterizedQueries(int times) throws SQLException {
    try (Shop shop = QuietShop.open()) {
      for (int i = 1; i <= times; i++) {
        shop.items(i);
      }
    }
  }

  @RepeatedTest(2)
  @QueryBudget(max = 1)
  void repeatedQuery() throws SQLException {
    try (Shop shop = QuietShop.open()) {
      shop.orders();
    }
  }

  @TestFactory
  @QueryBudget(max = 2)
  Stream<DynamicTest> dynamicQueries() {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(times -> dynamicTest("asks " + times, () -> parameterizedQueries(times)));
  }
}

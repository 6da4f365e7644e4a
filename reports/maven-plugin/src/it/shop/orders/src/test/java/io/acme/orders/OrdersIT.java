package io.acme.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class OrdersIT {
  @Test
  void counts() throws Exception {
    assertEquals("kept", System.getProperty("shop.mark"));
    try (var connection = DriverManager.getConnection("jdbc:h2:mem:orders")) {
      connection.createStatement().execute("CREATE TABLE orders (id INT)");
      assertEquals(0, new Orders(connection).count());
    }
  }
}

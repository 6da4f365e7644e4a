package io.acme.shop.spring;

import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST controller of the shop. */
@RestController
public class Orders {
  private final JdbcTemplate jdbc;

  Orders(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @PostConstruct
  void create() {
    jdbc.execute("CREATE TABLE orders AS SELECT x AS id FROM SYSTEM_RANGE(1, 6)");
    jdbc.execute(
        "CREATE TABLE items AS SELECT x AS id, (x + 1) / 2 AS order_id FROM SYSTEM_RANGE(1, 12)");
  }

  /** Seven queries. */
  @GetMapping("/items")
  int items() {
    int items = 0;
    for (Integer order : jdbc.queryForList("SELECT id FROM orders ORDER BY id", Integer.class)) {
      items += jdbc.queryForList("SELECT id FROM items WHERE order_id = ?", order).size();
    }
    return items;
  }

  /** The same, on another thread. */
  @GetMapping("/items/later")
  Callable<Integer> itemsLater() {
    return this::items;
  }

  @GetMapping("/orders")
  List<Integer> orders() {
    return jdbc.queryForList("SELECT id FROM orders ORDER BY id", Integer.class);
  }
}

package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublicNameTest {
  @ParameterizedTest
  @CsvSource({
    "http-nio-8080-exec-12, http-nio-8080-exec-12",
    "pool-1-thread-7, pool-1-thread-7",
    "ForkJoinPool.commonPool-worker-3, ForkJoinPool.commonPool-worker-3",
    "HikariPool-1, HikariPool-1",
    "booksByAuthor, booksByAuthor",
    "orders_2024, orders_2024",
    "session 9f86d081884c7d659a2feaa0c55ad015, session *",
    "worker-sk_live_51H8xQzT0pLw9vK2, worker-*",
    "jdbc:mysql://root:secret@db/shop?password=x, jdbc:mysql://*",
  })
  void hidesWhatLooksLikeAToken(String name, String expected) {
    assertEquals(expected, PublicName.of(name));
    assertEquals(expected, PublicName.of(expected));
  }
}

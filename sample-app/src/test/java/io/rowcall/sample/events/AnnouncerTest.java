package io.rowcall.sample.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class AnnouncerTest {

  @Test
  void tellsManyChangesOfAnEventOnceAndLosesNone() {
    List<Set<String>> told = new CopyOnWriteArrayList<>();
    try (var announcer = new Announcer(Duration.ofHours(1), told::add)) {
      for (int i = 0; i < 100; i++) {
        announcer.changed("a");
      }
      announcer.changed("b");
      assertEquals(List.of(), told);
    }
    assertEquals(List.of(Set.of("a", "b")), told);
  }
}

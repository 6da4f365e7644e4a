package io.rowcall.sample.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.sample.http.EventSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ChangeNotifierTest {

  @Test
  void tellsManyChangesOfAnEventOnceAndLosesNone() {
    var watchingA = new Watcher(false);
    var watchingC = new Watcher(false);
    try (var announcer = new ChangeNotifier(Duration.ofHours(1))) {
      announcer.of("a").subscribe(watchingA);
      announcer.of("c").subscribe(watchingC);
      for (int i = 0; i < 100; i++) {
        announcer.changed("a");
      }
      announcer.changed("b");
      assertEquals(List.of(), watchingA.told);
    }
    assertEquals(List.of("a", "(end)"), watchingA.told);
    assertEquals(List.of("(end)"), watchingC.told);
  }

  @Test
  void forgetsWhoeverIsGone() {
    var gone = new Watcher(true);
    var announcer = new ChangeNotifier(Duration.ofHours(1));
    announcer.of("a").subscribe(gone);
    assertEquals(1, announcer.watchers());
    announcer.changed("a");
    announcer.close();
    assertEquals(List.of("(end)"), gone.told, "once, so it was forgotten before the closing");
  }

  private static final class Watcher implements EventSource.Sink {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final boolean gone;

    Watcher(boolean gone) {
      this.gone = gone;
    }

    @Override
    public void send(String data) throws IOException {
      if (gone) {
        throw new IOException("gone");
      }
      told.add(data);
    }

    @Override
    public void end() {
      told.add("(end)");
    }
  }
}

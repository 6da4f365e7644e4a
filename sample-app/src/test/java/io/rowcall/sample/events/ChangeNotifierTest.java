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
  void coalescesChangesAndLosesNone() {
    var watchingA = new Watcher(false);
    var watchingC = new Watcher(false);
    try (var notifier = new ChangeNotifier(Duration.ofHours(1))) {
      notifier.changesOf("a").subscribe(watchingA);
      notifier.changesOf("c").subscribe(watchingC);
      for (int i = 0; i < 100; i++) {
        notifier.changed("a");
      }
      notifier.changed("b");
      assertEquals(List.of(), watchingA.pending);
    }
    assertEquals(List.of("a", "(end)"), watchingA.pending);
    assertEquals(List.of("(end)"), watchingC.pending);
  }

  @Test
  void removesDisconnectedSubscribers() {
    var gone = new Watcher(true);
    var notifier = new ChangeNotifier(Duration.ofHours(1));
    notifier.changesOf("a").subscribe(gone);
    assertEquals(1, notifier.subscribers());
    notifier.changed("a");
    notifier.close();
    assertEquals(List.of("(end)"), gone.pending, "once, so it was forgotten before the closing");
  }

  private static final class Watcher implements EventSource.Sink {

    private final List<String> pending = new CopyOnWriteArrayList<>();
    private final boolean gone;

    Watcher(boolean gone) {
      this.gone = gone;
    }

    @Override
    public void send(String data) throws IOException {
      if (gone) {
        throw new IOException("gone");
      }
      pending.add(data);
    }

    @Override
    public void end() {
      pending.add("(end)");
    }
  }
}

package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.rowcall.core.library.Libraries;
import io.rowcall.core.library.Library;
import io.rowcall.core.setup.Origin;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class OriginsTest {
  private final Libraries libraries = new Libraries(List.of(Library.server("org.known.")));
  private final Origins origins =
      new Origins(
          new CallSites(
              libraries, new ApplicationCode(libraries, "com.acme.Main"), "com.acme.", ""),
          libraries);

  @Test
  void isTheOutermostMethodThatIsNotTheJdks() {
    Origin origin =
        add(
            "com.acme.Dao.load",
            "com.acme.Shop.serve",
            "org.tiny.Worker.work",
            "java.lang.Thread.run");
    assertEquals(Origin.Kind.LIBRARY, origin.kind);
    assertEquals("org.tiny.Worker.work", origin.method);
    assertEquals("com.acme.Shop#serve", origin.candidate);
  }

  @Test
  void namesNoLambdaAndNoConstructor() {
    Origin origin =
        add(
            "com.acme.Dao.load",
            "com.acme.Dao.<init>",
            "com.acme.Shop.lambda$main$0",
            "org.tiny.Worker.run");
    assertEquals("com.acme.Dao#load", origin.candidate);
  }

  @Test
  void doesNotNameTheLoopOfAThreadOfTheApplication() {
    Origin origin = add("com.acme.Dao.load", "com.acme.Poller.poll", "com.acme.Poller.run");
    assertEquals(Origin.Kind.APPLICATION, origin.kind);
    assertEquals("com.acme.Poller#poll", origin.candidate);
  }

  @Test
  void prefersWhatMayBeAServer() {
    add("com.acme.Dao.load", "com.acme.Poller.run");
    add("com.acme.Dao.load", "org.known.Worker.run");
    assertEquals(Origin.Kind.KNOWN_SERVER, Objects.requireNonNull(origins.mostTelling()).kind);
    add("com.acme.Dao.load", "org.tiny.Worker.run");
    assertEquals(Origin.Kind.LIBRARY, Objects.requireNonNull(origins.mostTelling()).kind);
  }

  @Test
  void ignoresStacksOfTheJdkAlone() {
    origins.add(stack("java.util.TimerThread.run", "java.lang.Thread.run"));
    assertNull(origins.mostTelling());
  }

  private Origin add(String... methods) {
    origins.add(stack(methods));
    Origin origin = origins.mostTelling();
    assertNotNull(origin);
    return Objects.requireNonNull(origin);
  }

  /** Innermost first. */
  private static StackTraceElement[] stack(String... methods) {
    var frames = new StackTraceElement[methods.length];
    for (int i = 0; i < methods.length; i++) {
      int dot = methods[i].lastIndexOf('.');
      frames[i] =
          new StackTraceElement(
              methods[i].substring(0, dot), methods[i].substring(dot + 1), "X.java", 1);
    }
    return frames;
  }
}

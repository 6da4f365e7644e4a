package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.Engine;
import io.rowcall.boot.state.StatementState;
import io.rowcall.core.config.Config;
import io.rowcall.core.record.LateWeaver;
import io.rowcall.core.record.Recorder;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.io.File;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Loaders that decrypt or generate their classes serve no class files. */
final class HiddenClassFilesTest {
  private final Transformer transformer =
      new Transformer(
          Instrumentations.all(), Instrumentations.taskRuns(), Instrumentations.libraries());

  @Test
  void decidesOnAClassOnceItsSupertypesAreLoaded() throws Exception {
    var loader = new HidingLoader(Fixtures.class.getName().replace('.', '/'));
    Class<?> derived = loader.load(Fixtures.DerivedStatement.class);
    assertTrue(transformer.hasUndecided());

    Class<?>[] loaded = {derived, derived.getSuperclass()};
    List<Class<?>> decided = new ArrayList<>();
    assertTrue(transformer.decide(loaded, decided).contains(derived));
    assertTrue(transformer.isUndecided(derived), "until it is woven");
    transformer.markDecided(decided);

    assertFalse(transformer.hasUndecided());
    byte[] bytes = Fixtures.bytes(Fixtures.DerivedStatement.class);
    String name = derived.getName().replace('.', '/');
    assertNotNull(transformer.transform(loader, name, derived, null, bytes));
  }

  /** The methods of JDBC that a class inherits belong to a class that is no part of JDBC. */
  @Test
  void weavesTheOwnerOfInheritedMethods() throws Exception {
    var loader = new HidingLoader(Fixtures.class.getName().replace('.', '/'));
    Class<?> inheriting = loader.load(Fixtures.InheritingStatement.class);
    assertTrue(transformer.hasUndecided());

    Class<?> handle = inheriting.getSuperclass();
    assertTrue(decide(inheriting, handle).contains(handle));
  }

  @Test
  void givesUpOnAClassThatIsNeverLoaded() throws Exception {
    var loader = new HidingLoader(Fixtures.class.getName().replace('.', '/'));
    loader.load(Fixtures.DerivedStatement.class);
    int attempts = 0;
    while (transformer.startAttempt()) {
      assertEquals(List.of(), decide());
      attempts++;
    }
    assertTrue(attempts > 10 && attempts < 1_000, "" + attempts);
  }

  /** Constructors run before any method, so this is early enough. */
  @Test
  void asksForTheDecisionWhenAnObjectIsConstructed() throws Exception {
    var loader = new HidingLoader(Fixtures.class.getName().replace('.', '/'));
    List<Class<?>> constructed = new ArrayList<>();
    RecordingEngine engine = engine();
    engine.setLateWeaver(
        new LateWeaver() {
          @Override
          public void weave(Class<?> type) {
            constructed.add(type);
          }

          @Override
          public void weaveAll() {}
        });
    Engine.install(engine);
    try {
      Class<?> derived = loader.load(Fixtures.DerivedStatement.class);
      concrete(derived).getDeclaredConstructor().newInstance();
      assertEquals(List.of(derived), constructed);
    } finally {
      Engine.install(null);
    }
  }

  private static RecordingEngine engine() {
    Object idle =
        Proxy.newProxyInstance(
            Recorder.class.getClassLoader(),
            new Class<?>[] {Recorder.class},
            (proxy, method, arguments) -> null);
    return new RecordingEngine(
        Config.read(null, new Properties(), Map.of(), new File("no-such-folder")),
        Instrumentations.libraries(),
        (Recorder) idle);
  }

  /** A subclass that can be constructed, and calls no abstract method. */
  private static Class<?> concrete(Class<?> type) {
    return new ByteBuddy()
        .with(TypeValidation.DISABLED)
        .subclass(type)
        .make()
        .load(type.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
        .getLoaded();
  }

  @Test
  void weavesWhereTheClassFilesOfTheJdkAreHiddenToo() throws Exception {
    Class<?> plain = new HidingLoader("").load(Fixtures.PlainStatement.class);
    assertTrue(StatementState.class.isAssignableFrom(plain));
  }

  private List<Class<?>> decide(Class<?>... loaded) {
    return transformer.decide(loaded, new ArrayList<>());
  }

  private final class HidingLoader extends Fixtures.Loader {
    private final String hidden;

    /**
     * @param hidden prefix of the files that are not served
     */
    HidingLoader(String hidden) {
      super(transformer);
      this.hidden = hidden;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return name.startsWith(hidden) ? null : super.getResourceAsStream(name);
    }
  }
}

package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.state.StatementState;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.io.InputStream;
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
    assertTrue(transformer.decide(loaded).contains(derived));

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
    assertTrue(transformer.decide(new Class<?>[] {inheriting, handle}).contains(handle));
  }

  @Test
  void givesUpOnAClassThatIsNeverLoaded() throws Exception {
    var loader = new HidingLoader(Fixtures.class.getName().replace('.', '/'));
    loader.load(Fixtures.DerivedStatement.class);
    int attempts = 0;
    while (transformer.hasUndecided()) {
      transformer.decide(new Class<?>[0]);
      attempts++;
    }
    assertTrue(attempts > 10 && attempts < 1_000, "" + attempts);
  }

  @Test
  void weavesWhereTheClassFilesOfTheJdkAreHiddenToo() throws Exception {
    Class<?> plain = new HidingLoader("").load(Fixtures.PlainStatement.class);
    assertTrue(StatementState.class.isAssignableFrom(plain));
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

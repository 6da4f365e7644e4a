package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.state.StatementState;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class hierarchy has one set of state fields. */
final class InheritedStatesTest {
  private final Transformer transformer =
      new Transformer(
          Instrumentations.all(), Instrumentations.taskRuns(), Instrumentations.libraries());
  private final Fixtures.Loader loader = new Fixtures.Loader(transformer);

  @Test
  void aSubclassInheritsTheStateOfItsSuperclass() throws Exception {
    Class<?> prepared = loader.load(Fixtures.PreparedPlainStatement.class);

    assertTrue(StatementState.class.isAssignableFrom(prepared));
    assertEquals(List.of(), stateFields(prepared));
    Class<?> plain = prepared.getSuperclass();
    assertSame(loader, plain.getClassLoader());
    assertEquals(
        List.of("rowcall$bound", "rowcall$first", "rowcall$statement"), stateFields(plain));
  }

  @Test
  void aSubclassOfALoadedClassWithoutStateHasItsOwn() throws Exception {
    byte[] bytes = Fixtures.bytes(Fixtures.PlainStatement.class);
    String name = Fixtures.PlainStatement.class.getName().replace('.', '/');
    transformer.transform(loader, name, Fixtures.PlainStatement.class, null, bytes);

    Class<?> prepared = loader.load(Fixtures.PreparedPlainStatement.class);

    assertEquals(3, stateFields(prepared).size());
  }

  @Test
  void aSubclassOfAClassThatIsNotWovenHasItsOwn() throws Exception {
    assertEquals(3, stateFields(loader.load(Fixtures.InheritingStatement.class)).size());
  }

  private static List<String> stateFields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .map(Field::getName)
        .filter(name -> name.startsWith("rowcall$"))
        .sorted()
        .toList();
  }
}

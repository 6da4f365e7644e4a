package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.state.ConnectionState;
import io.rowcall.boot.state.StatementState;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.jupiter.api.Test;

final class InheritedMethodsTest {
  private final Fixtures.Loader loader =
      new Fixtures.Loader(
          new Transformer(
              Instrumentations.all(), Instrumentations.taskRuns(), Instrumentations.libraries()));

  @Test
  void advisesAnInheritedMethodInTheClassThatNamesTheInterface() throws Exception {
    Class<?> type = loader.load(Fixtures.InheritingStatement.class);
    assertEquals(List.of("executeQuery"), jdbcMethods(type));
    assertTrue(StatementState.class.isAssignableFrom(type));
  }

  @Test
  void leavesTheSuperclassAndItsOtherSubclassesUnchanged() throws Exception {
    loader.load(Fixtures.InheritingStatement.class);
    Class<?> handle = loader.load(Fixtures.Handle.class);
    assertEquals(0, handle.getInterfaces().length);
    Transformer transformer =
        new Transformer(
            Instrumentations.all(), Instrumentations.taskRuns(), Instrumentations.libraries());
    for (Class<?> type : List.of(Fixtures.Handle.class, Fixtures.OtherHandle.class)) {
      String name = type.getName().replace('.', '/');
      assertNull(transformer.transform(loader, name, null, null, Fixtures.bytes(type)), name);
    }
  }

  @Test
  void addsNothingToASubclassOfAWovenClass() throws Exception {
    Class<?> type = loader.load(Fixtures.OverridingStatement.class);
    assertEquals(List.of("executeUpdate"), jdbcMethods(type));
  }

  @Test
  void advisesTheCloseThatAConnectionInherits() throws Exception {
    Class<?> type = loader.load(Fixtures.InheritingConnection.class);
    Object connection = concrete(type);
    ConnectionState state = (ConnectionState) connection;
    state.rowcall$pool(PoolStats.OTHER);
    type.getMethod("close").invoke(connection);
    assertNull(state.rowcall$pool());
    assertEquals(true, type.getField("closed").get(connection));
  }

  @Test
  void addsNoStateToAConnectionWhoseCloseIsFinal() throws Exception {
    Class<?> type = loader.load(Fixtures.ConnectionOfFinalClose.class);
    assertFalse(ConnectionState.class.isAssignableFrom(type));
    assertNotNull(concrete(type));
  }

  @Test
  void advisesTheDefaultMethodsOfAnInterface() throws Exception {
    Transformer transformer =
        new Transformer(
            Instrumentations.all(), Instrumentations.taskRuns(), Instrumentations.libraries());
    byte[] bytes = Fixtures.bytes(Fixtures.StatementWithBody.class);
    String name = Fixtures.StatementWithBody.class.getName().replace('.', '/');
    byte[] woven = transformer.transform(loader, name, null, null, bytes);
    assertNotNull(woven);
    assertTrue(woven.length > bytes.length);
    Class<?> type = loader.load(Fixtures.StatementWithBody.class);
    assertEquals(1, type.getInterfaces().length);
    assertNotNull(concrete(type));
  }

  private static Object concrete(Class<?> type) throws Exception {
    return new ByteBuddy()
        .subclass(type)
        .method(ElementMatchers.isAbstract())
        .intercept(StubMethod.INSTANCE)
        .make()
        .load(type.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
        .getLoaded()
        .getDeclaredConstructor()
        .newInstance();
  }

  private static List<String> jdbcMethods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .map(Method::getName)
        .filter(name -> !name.startsWith("rowcall$"))
        .toList();
  }
}

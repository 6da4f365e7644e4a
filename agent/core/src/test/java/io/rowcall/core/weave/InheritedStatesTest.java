package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.state.ResultSetState;
import io.rowcall.boot.state.StatementState;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
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

  @Test
  void aSubclassOfAClassOfTheJdkHasItsOwn() {
    byte[] woven =
        transformer.transform(loader, "io/acme/RowSet", null, null, subclassOfTheJdksRowSet());

    assertNotNull(woven);
    List<String> interfaces = Arrays.asList(new ClassReader(woven).getInterfaces());
    assertTrue(
        interfaces.contains(ResultSetState.class.getName().replace('.', '/')),
        interfaces::toString);
  }

  /** A row set with a {@code next} of its own. */
  private static byte[] subclassOfTheJdksRowSet() {
    var type = new ClassWriter(0);
    String superName = "com/sun/rowset/CachedRowSetImpl";
    type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "io/acme/RowSet", null, superName, null);
    MethodVisitor next =
        type.visitMethod(
            Opcodes.ACC_PUBLIC, "next", "()Z", null, new String[] {"java/sql/SQLException"});
    next.visitCode();
    next.visitInsn(Opcodes.ICONST_0);
    next.visitInsn(Opcodes.IRETURN);
    next.visitMaxs(1, 1);
    next.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  private static List<String> stateFields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .map(Field::getName)
        .filter(name -> name.startsWith("rowcall$"))
        .sorted()
        .toList();
  }
}

package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.rowcall.core.weave.catalog.Instrumentations;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassSchemasTest {
  private final Transformer transformer =
      new Transformer(
          Instrumentations.all(), Instrumentations.taskRuns(), Instrumentations.libraries());
  private final Fixtures.Loader loader = new Fixtures.Loader(transformer);

  @ParameterizedTest
  @ValueSource(
      classes = {
        Fixtures.InheritingConnection.class,
        Fixtures.InheritingStatement.class,
        Fixtures.ConnectionOfFinalClose.class
      })
  void stayTheSameWhenAClassIsRetransformed(Class<?> fixture) throws Exception {
    byte[] bytes = Fixtures.bytes(fixture);
    String name = fixture.getName().replace('.', '/');
    byte[] first = transformer.transform(loader, name, null, null, bytes);
    Class<?> loaded = loader.load(fixture);
    byte[] again = transformer.transform(loader, name, loaded, null, bytes);
    assertNotNull(first);
    assertNotNull(again);
    assertEquals(schema(first), schema(again));
    assertArrayEquals(first, again);
  }

  @Test
  void stayAsTheyAreInAClassThatWasLoadedBefore() throws Exception {
    Class<?> fixture = Fixtures.InheritingConnection.class;
    byte[] bytes = Fixtures.bytes(fixture);
    String name = fixture.getName().replace('.', '/');
    byte[] woven = transformer.transform(fixture.getClassLoader(), name, fixture, null, bytes);
    assertEquals(schema(bytes), schema(woven == null ? bytes : woven));
  }

  /** Another agent may hand a woven class file back. */
  @Test
  void areNotAddedTwice() throws Exception {
    Class<?> fixture = Fixtures.InheritingConnection.class;
    String name = fixture.getName().replace('.', '/');
    byte[] woven = transformer.transform(loader, name, null, null, Fixtures.bytes(fixture));
    assertNotNull(woven);
    assertNull(transformer.transform(loader, name, loader.load(fixture), null, woven));
  }

  private static List<String> schema(byte[] bytes) {
    List<String> schema = new ArrayList<>();
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public void visit(
                  int version, int access, String name, String signature, String up, String[] all) {
                schema.add(up + " " + List.of(all));
              }

              @Override
              public FieldVisitor visitField(
                  int access, String name, String type, String signature, Object value) {
                schema.add(access + " " + name + " " + type);
                return super.visitField(access, name, type, signature, value);
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] thrown) {
                schema.add(access + " " + name + type);
                return super.visitMethod(access, name, type, signature, thrown);
              }
            },
            0);
    return schema;
  }
}

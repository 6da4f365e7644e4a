package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HierarchyTest {
  private static final String STATEMENT = "java/sql/Statement";
  private final ClassLoader loader = HierarchyTest.class.getClassLoader();

  @Test
  void findsAnInterfaceOfTheClassItself() throws Exception {
    assertTrue(implementsStatement(Fixtures.InheritingStatement.class));
  }

  @Test
  void findsAnInterfaceOfASuperclass() throws Exception {
    assertTrue(implementsStatement(Fixtures.OverridingStatement.class));
  }

  @Test
  void findsAnInterfaceBehindAnother() throws Exception {
    assertTrue(implementsStatement(Fixtures.StatementWithBody.class));
  }

  @Test
  void findsNoneInAnUnrelatedClass() throws Exception {
    assertFalse(implementsStatement(Fixtures.OtherHandle.class));
    assertFalse(implementsStatement(Fixtures.InheritingConnection.class));
  }

  @Test
  void recognizesAPreparedStatementAsAStatement() throws Exception {
    assertTrue(implementsStatement(Fixtures.Prepared.class));
  }

  @Test
  void introducesAnInterfaceOnlyWhereTheClassNamesIt() throws Exception {
    assertTrue(introducesStatement(Fixtures.InheritingStatement.class));
    assertFalse(introducesStatement(Fixtures.OverridingStatement.class));
    assertFalse(introducesStatement(Fixtures.Prepared.class));
  }

  @Test
  void ignoresMissingClassFiles() {
    assertNull(Hierarchy.read("com/acme/Missing", loader));
    assertNotNull(Hierarchy.read(Fixtures.class.getName().replace('.', '/'), loader));
  }

  /** The supertype of a class may be in a jar that is not there. */
  @Test
  void doesNotKnowWithoutAClassFile() throws Exception {
    ClassLoader blind =
        new ClassLoader(null) {
          @Override
          public @Nullable InputStream getResourceAsStream(String name) {
            return null;
          }
        };
    ClassFile type = file(Fixtures.OverridingStatement.class);
    assertEquals(Hierarchy.Answer.UNKNOWN, Hierarchy.implementsInterface(type, STATEMENT, blind));
  }

  @Test
  void parsesNamesAndMethodsWithABody() throws Exception {
    ClassFile handle = file(Fixtures.Handle.class);
    assertEquals("java/lang/Object", handle.superName);
    assertTrue(handle.methods().contains("close"));
    assertFalse(handle.methods().contains("executeUpdate"), "is abstract");
    assertFalse(handle.isInterface());
    assertTrue(file(Fixtures.StatementWithBody.class).isInterface());
    assertNull(ClassFile.parse(new byte[] {1, 2, 3}));
  }

  private boolean implementsStatement(Class<?> type) throws Exception {
    return isYes(Hierarchy.implementsInterface(file(type), STATEMENT, loader));
  }

  private boolean introducesStatement(Class<?> type) throws Exception {
    return isYes(Hierarchy.introduces(file(type), STATEMENT, loader));
  }

  private static boolean isYes(Hierarchy.Answer answer) {
    assertNotEquals(Hierarchy.Answer.UNKNOWN, answer);
    return answer == Hierarchy.Answer.YES;
  }

  private static ClassFile file(Class<?> type) throws Exception {
    ClassFile file = ClassFile.parse(Fixtures.bytes(type));
    assertNotNull(file);
    return file;
  }
}

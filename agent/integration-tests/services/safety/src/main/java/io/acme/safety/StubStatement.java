package io.acme.safety;

import java.lang.reflect.Modifier;
import java.sql.PreparedStatement;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.matcher.ElementMatchers;

/** Statement without a database, which needs next to no stack. */
public abstract class StubStatement implements PreparedStatement {

  /** A statement whose other methods do nothing. */
  static PreparedStatement create() throws ReflectiveOperationException {
    return new ByteBuddy()
        .subclass(StubStatement.class)
        .modifiers(Modifier.PUBLIC)
        .method(ElementMatchers.isAbstract())
        .intercept(StubMethod.INSTANCE)
        .make()
        .load(StubStatement.class.getClassLoader())
        .getLoaded()
        .getDeclaredConstructor()
        .newInstance();
  }

  @Override
  public int executeUpdate() {
    SpiedDatabase.onExecution();
    return 0;
  }
}

package io.rowcall.core.weave.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.isPrimitive;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isVirtual;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Matchers for methods of {@code java.sql}, by name and descriptor; its types are never resolved.
 */
final class JdbcMethods {
  private JdbcMethods() {}

  static ElementMatcher.Junction<MethodDescription> noArguments() {
    return takesArguments(0);
  }

  /** {@code prepareStatement} and {@code prepareCall}, all overloads. */
  static ElementMatcher.Junction<MethodDescription> preparing() {
    return isPublic()
        .and(isVirtual())
        .and(
            named("prepareStatement")
                .and(returns(named("java.sql.PreparedStatement")))
                .or(named("prepareCall").and(returns(named("java.sql.CallableStatement")))))
        .and(takesArgument(0, String.class));
  }

  static ElementMatcher.Junction<MethodDescription> querying() {
    return named("executeQuery").and(returns(named("java.sql.ResultSet")));
  }

  /** Executions that return no result set. */
  static ElementMatcher.Junction<MethodDescription> executing() {
    return named("execute")
        .and(returns(boolean.class))
        .or(named("executeUpdate").and(returns(int.class)))
        .or(named("executeLargeUpdate").and(returns(long.class)));
  }

  static ElementMatcher.Junction<MethodDescription> executingBatch() {
    return namedOneOf("executeBatch", "executeLargeBatch").and(noArguments());
  }

  /** Overloads with the SQL text as first argument, alone or with options for generated keys. */
  static ElementMatcher.Junction<MethodDescription> withSql() {
    return takesArgument(0, String.class)
        .and(
            takesArguments(1)
                .or(takesArguments(String.class, int.class))
                .or(takesArguments(String.class, int[].class))
                .or(takesArguments(String.class, String[].class)));
  }

  /**
   * Getters of a column, by position or label, whose value has a matching type. The name of a
   * getter contains the type, unlike {@code getColumnName(int)} of a driver whose result set
   * implements {@code ResultSetMetaData}.
   */
  static ElementMatcher.Junction<MethodDescription> getting(
      Class<?> position, ElementMatcher<? super TypeDescription> value) {
    return isPublic()
        .and(isVirtual())
        .and(nameStartsWith("get"))
        .and(returns(value))
        .and(takesArgument(0, position))
        .and(new NamedAfterType(false));
  }

  /** {@code setNull}, by position or name. */
  static ElementMatcher.Junction<MethodDescription> settingNull(Class<?> position) {
    return isPublic()
        .and(isVirtual())
        .and(named("setNull"))
        .and(returns(void.class))
        .and(takesArgument(0, position));
  }

  /** Moves of a result set that return whether it is at a row. */
  static ElementMatcher.Junction<MethodDescription> moving(String name) {
    return isPublic().and(isVirtual()).and(named(name)).and(returns(boolean.class));
  }

  static ElementMatcher.Junction<TypeDescription> integer() {
    return is(int.class).or(is(long.class)).or(is(short.class)).or(is(byte.class));
  }

  static ElementMatcher.Junction<TypeDescription> decimal() {
    return is(double.class).or(is(float.class));
  }

  static ElementMatcher.Junction<TypeDescription> reference() {
    return not(isPrimitive()).and(not(is(void.class)));
  }

  /**
   * Setters of a bound value, by position or name, whose value has a matching primitive type. The
   * name of a setter contains the type, unlike Oracle's {@code setFormOfUse(int, short)}.
   */
  static ElementMatcher.Junction<MethodDescription> settingPrimitive(
      Class<?> position, ElementMatcher<? super TypeDescription> value) {
    return setting(position, value).and(new NamedAfterType(true));
  }

  /** Setters of a bound value, by position or name, whose value has a matching type. */
  static ElementMatcher.Junction<MethodDescription> setting(
      Class<?> position, ElementMatcher<? super TypeDescription> value) {
    return isPublic()
        .and(isVirtual())
        .and(nameStartsWith("set"))
        .and(not(named("setNull")))
        .and(returns(void.class))
        .and(takesArgument(0, position))
        .and(takesArgument(1, value));
  }

  /** Matches methods whose name contains the type of the result, or of the second parameter. */
  private static final class NamedAfterType
      extends ElementMatcher.Junction.AbstractBase<MethodDescription> {
    private final boolean byParameter;

    NamedAfterType(boolean byParameter) {
      this.byParameter = byParameter;
    }

    @Override
    public boolean matches(MethodDescription method) {
      Type type = Type.getMethodType(method.getDescriptor());
      String name =
          (byParameter ? type.getArgumentTypes()[1] : type.getReturnType()).getClassName();
      String simple = name.substring(name.lastIndexOf('.') + 1);
      String word = Character.toUpperCase(simple.charAt(0)) + simple.substring(1);
      return method.getName().contains(word.equals("Byte[]") ? "Bytes" : word)
          || method.getName().equals("getObject");
    }
  }
}

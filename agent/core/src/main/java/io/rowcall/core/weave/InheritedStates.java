package io.rowcall.core.weave;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Finds the states that a class inherits, because its superclass is woven as well: a second set of
 * fields would only make each object larger. H2's prepared statement, for instance, extends its
 * statement.
 *
 * <p>Reads class files only. When a class is transformed, its superclass may not be loaded yet, so
 * this repeats the decision that is made for the superclass then.
 */
final class InheritedStates {
  private final InstrumentationIndex index;
  private final ClassSchemas schemas;

  InheritedStates(InstrumentationIndex index, ClassSchemas schemas) {
    this.index = index;
    this.schemas = schemas;
  }

  Set<Class<?>> find(
      ClassFile type,
      TypePool pool,
      @Nullable ClassLoader loader,
      List<Instrumentation> instrumentations) {
    Set<Class<?>> states = new HashSet<Class<?>>(4);
    String name = type.superName;
    while (name != null && !index.isIgnored(name)) {
      ClassFile above = Hierarchy.read(name, loader);
      if (above == null || schemas.isStateless(name)) {
        break;
      }
      for (Instrumentation instrumentation : instrumentations) {
        if (selects(instrumentation, above, loader)) {
          Weaver weaver = new Weaver(pool.describe(name.replace('/', '.')).resolve());
          instrumentation.weave(weaver);
          states.addAll(weaver.states());
        }
      }
      name = above.superName;
    }
    return states;
  }

  private static boolean selects(
      Instrumentation instrumentation, ClassFile type, @Nullable ClassLoader loader) {
    String supertype = instrumentation.candidates().supertype;
    return !supertype.isEmpty()
        && new SubtypeSelector(instrumentation).isDeclaredIn(type.methods())
        && Hierarchy.implementsInterface(type, supertype, loader) == Hierarchy.Answer.YES;
  }
}

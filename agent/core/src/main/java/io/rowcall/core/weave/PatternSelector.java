package io.rowcall.core.weave;

import io.rowcall.core.config.MethodPattern;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects the classes that declare a method which the configuration names. Only with such a
 * configuration, every class that declares a method of that name is looked at, and the class files
 * of its supertypes are read. Immutable.
 */
final class PatternSelector {
  final Instrumentation instrumentation;
  private final MethodPattern pattern;

  /** With slashes. */
  private final String type;

  PatternSelector(Instrumentation instrumentation, MethodPattern pattern) {
    this.instrumentation = instrumentation;
    this.pattern = pattern;
    this.type = pattern.type().replace('.', '/');
  }

  /** Whether a class that is being loaded is selected. */
  boolean selects(ClassFile candidate, Set<String> methods, @Nullable ClassLoader loader) {
    if (!pattern.isAnyMethod() && !methods.contains(pattern.method())) {
      return false;
    }
    return candidate.name.equals(type)
        || Hierarchy.implementsInterface(candidate, type, loader) == Hierarchy.Answer.YES;
  }

  /** Whether a loaded class has the type; what it declares is not known. */
  boolean selects(Class<?> loaded) {
    return loaded.getName().equals(pattern.type())
        || SubtypeSelector.isImplementedBy(loaded, pattern.type());
  }
}

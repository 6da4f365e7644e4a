package io.rowcall.core.weave;

import java.util.Set;

/** Selects the subtypes of an interface or a class for an instrumentation. Immutable. */
final class SubtypeSelector {
  final Instrumentation instrumentation;

  /** With slashes. */
  final String supertype;

  /** The bit of {@link Mentions} that a class file of an implementation has. */
  final int mention;

  private final String supertypeName;
  private final Set<String> methods;

  SubtypeSelector(Instrumentation instrumentation) {
    Candidates candidates = instrumentation.candidates();
    this.instrumentation = instrumentation;
    this.supertype = candidates.supertype;
    this.supertypeName = candidates.supertype.replace('/', '.');
    this.methods = candidates.methods;
    this.mention = Mentions.of(supertype);
  }

  boolean isDeclaredIn(Set<String> declared) {
    for (String method : methods) {
      if (declared.contains(method)) {
        return true;
      }
    }
    return false;
  }

  boolean isImplementedBy(Class<?> type) {
    return isImplementedBy(type, supertypeName);
  }

  /** Whether a class is a subtype of the type of this name. */
  static boolean isImplementedBy(Class<?> type, String name) {
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      if (above != type && above.getName().equals(name)) {
        return true;
      }
      for (Class<?> implemented : above.getInterfaces()) {
        if (implemented.getName().equals(name) || isImplementedBy(implemented, name)) {
          return true;
        }
      }
    }
    return false;
  }
}

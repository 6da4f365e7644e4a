package io.rowcall.core.weave;

import static net.bytebuddy.matcher.ElementMatchers.isVirtual;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a class implements an interface with, and has from a super class that does not
 * implement it and is not woven for that reason: sqlite-jdbc's statements and results are made so,
 * and Liberty's connections.
 *
 * <p>Reads class files only. What cannot be read, or is final, is not found, and not advised then.
 */
final class InheritedMethods {
  private final TypeDescription type;
  private final TypePool pool;
  private final @Nullable ClassLoader loader;
  private final List<ForwardingMethod> found = new ArrayList<ForwardingMethod>(0);

  InheritedMethods(TypeDescription type, TypePool pool, @Nullable ClassLoader loader) {
    this.type = type;
    this.pool = pool;
    this.loader = loader;
  }

  /**
   * @param file the type's own
   * @return methods that one of the instrumentations would advise if the type declared them
   */
  List<ForwardingMethod> find(
      @Nullable ClassFile file, Weaver weaver, List<Instrumentation> instrumentations) {
    if (file != null && !file.isInterface()) {
      for (Instrumentation instrumentation : instrumentations) {
        String supertype = instrumentation.candidates().supertype;
        if (!supertype.isEmpty()) {
          climb(file.superName, supertype, weaver, instrumentation);
        }
      }
    }
    return found;
  }

  private void climb(
      @Nullable String superName,
      String supertype,
      Weaver weaver,
      Instrumentation instrumentation) {
    ElementMatcher.Junction<MethodDescription> wanted = null;
    List<MethodDescription> nearer = new ArrayList<MethodDescription>(type.getDeclaredMethods());
    String name = superName;
    while (name != null && !name.startsWith("java/")) {
      ClassFile above = Hierarchy.read(name, loader);
      if (above == null || Hierarchy.implementsInterface(above, supertype, loader)) {
        return; // Woven by itself, and given such methods by itself.
      }
      if (wanted == null) {
        wanted = weaver.advisedBy(instrumentation);
      }
      TypeDescription described = pool.describe(name.replace('/', '.')).resolve();
      for (MethodDescription method :
          described.getDeclaredMethods().filter(isVirtual().and(wanted))) {
        if (!isAmong(nearer, method)) {
          nearer.add(method);
          add(method);
        }
      }
      name = above.superName;
    }
  }

  private static boolean isAmong(List<MethodDescription> methods, MethodDescription one) {
    for (MethodDescription method : methods) {
      if (method.getInternalName().equals(one.getInternalName())
          && method.getDescriptor().equals(one.getDescriptor())) {
        return true;
      }
    }
    return false;
  }

  private void add(MethodDescription method) {
    if (!method.isPublic() || method.isAbstract() || method.isFinal()) {
      return;
    }
    for (ForwardingMethod other : found) {
      if (other.isLike(method)) {
        return;
      }
    }
    found.add(new ForwardingMethod(method));
  }
}

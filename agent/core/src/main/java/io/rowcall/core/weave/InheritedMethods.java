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
 * Finds the methods that implement an interface but are inherited from a superclass that does not
 * implement it, and is not woven for that reason. The statements and result sets of sqlite-jdbc and
 * the connections of Liberty have such methods.
 *
 * <p>Reads class files only. A method that is final is not advised. Where a class file cannot be
 * found, the type is {@link UndecidedClasses undecided}.
 */
final class InheritedMethods {
  private final TypeDescription type;
  private final TypePool pool;
  private final @Nullable ClassLoader loader;
  private final UndecidedClasses undecided;
  private final List<ForwardingMethod> found = new ArrayList<ForwardingMethod>(0);

  InheritedMethods(
      TypeDescription type,
      TypePool pool,
      @Nullable ClassLoader loader,
      UndecidedClasses undecided) {
    this.undecided = undecided;
    this.type = type;
    this.pool = pool;
    this.loader = loader;
  }

  /**
   * @param file the class file of the type
   * @return the methods that an instrumentation would advise if the type declared them
   */
  List<ForwardingMethod> find(@Nullable ClassFile file, List<Instrumentation> instrumentations) {
    if (file != null && !file.isInterface()) {
      for (Instrumentation instrumentation : instrumentations) {
        String supertype = instrumentation.candidates().supertype;
        if (!supertype.isEmpty()) {
          findInherited(file.superName, supertype, instrumentation);
        }
      }
    }
    return found;
  }

  private void findInherited(
      @Nullable String superName, String supertype, Instrumentation instrumentation) {
    ElementMatcher.Junction<MethodDescription> advised = null;
    List<MethodDescription> nearer = new ArrayList<MethodDescription>(type.getDeclaredMethods());
    String name = superName;
    while (name != null && !name.startsWith("java/")) {
      ClassFile above = Hierarchy.read(name, loader);
      if (above == null) {
        undecided.add(type.getInternalName(), loader);
        return;
      }
      if (Hierarchy.implementsInterface(above, supertype, loader) == Hierarchy.Answer.YES) {
        return; // That class is woven itself.
      }
      if (advised == null) {
        advised = Weaver.advisedBy(instrumentation, type);
      }
      TypeDescription described = pool.describe(name.replace('/', '.')).resolve();
      for (MethodDescription method :
          described.getDeclaredMethods().filter(isVirtual().and(advised))) {
        if (!isAmong(nearer, method)) {
          nearer.add(method);
          add(method);
        }
      }
      name = above.superName;
    }
  }

  private static boolean isAmong(List<MethodDescription> methods, MethodDescription method) {
    for (MethodDescription other : methods) {
      if (other.getInternalName().equals(method.getInternalName())
          && other.getDescriptor().equals(method.getDescriptor())) {
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
      if (other.hasSignatureOf(method)) {
        return;
      }
    }
    found.add(new ForwardingMethod(method));
  }
}

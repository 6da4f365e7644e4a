package io.rowcall.core.weave;

import io.rowcall.core.library.Libraries;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites class files by the rules of instrumentations.
 *
 * <p>Loads no class: types are described from class files, and frames are translated rather than
 * computed. Any thread.
 */
final class ClassRewriter {
  private final Libraries libraries;
  private final ClassSchemas schemas;
  private final InheritedStates inheritedStates;
  private final UndecidedClasses undecided;

  ClassRewriter(
      Libraries libraries,
      InstrumentationIndex index,
      ClassSchemas schemas,
      UndecidedClasses undecided) {
    this.undecided = undecided;
    this.libraries = libraries;
    this.schemas = schemas;
    this.inheritedStates = new InheritedStates(index, schemas);
  }

  /**
   * Weaves a class.
   *
   * @param name binary name
   * @param loaded the class, if it is loaded already: it keeps the schema that it was loaded with
   * @return null for a class file that is woven already, because another agent may have kept it,
   *     and for one that names types that its loader does not have: an optional part of a library,
   *     such as a servlet filter where there are no servlets, which cannot run either
   * @throws TypePool.Resolution.NoSuchTypeException for such a class of a JDBC driver, whose
   *     executions would be missing
   */
  byte @Nullable [] rewrite(
      String name,
      byte[] bytes,
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded,
      List<Instrumentation> instrumentations) {
    try {
      return weave(name, bytes, loader, loaded, instrumentations);
    } catch (TypePool.Resolution.NoSuchTypeException optional) {
      if ((loaded != null && schemas.has(loaded)) || isJdbc(instrumentations)) {
        throw optional;
      }
      return null;
    }
  }

  private static boolean isJdbc(List<Instrumentation> instrumentations) {
    for (Instrumentation instrumentation : instrumentations) {
      if (instrumentation.candidates().supertype.startsWith("java/sql/")) {
        return true;
      }
    }
    return false;
  }

  private byte @Nullable [] weave(
      String name,
      byte[] bytes,
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded,
      List<Instrumentation> instrumentations) {
    // Some loaders serve no class files of the JDK.
    ClassFileLocator application =
        new ClassFileLocator.Compound(
            ClassFileLocator.ForClassLoader.of(loader),
            ClassFileLocator.ForClassLoader.ofPlatformLoader());
    ClassFileLocator locator = locator(name, bytes, application);
    TypePool pool = TypePool.Default.of(locator);
    TypeDescription type = pool.describe(name).resolve();
    if (isWoven(bytes)) {
      return null;
    }
    List<ForwardingMethod> inherited;
    if (loaded == null) {
      inherited =
          new InheritedMethods(type, pool, loader, undecided)
              .find(ClassFile.parse(bytes), instrumentations);
      schemas.remember(name, loader, inherited);
    } else {
      inherited = schemas.methods(loaded);
    }
    byte[] whole = bytes;
    if (!inherited.isEmpty()) {
      whole = ForwardingMethod.add(inherited, bytes);
      pool = TypePool.Default.of(locator(name, whole, application));
      type = pool.describe(name).resolve();
    }
    Weaver weaver = new Weaver(type);
    for (Instrumentation instrumentation : instrumentations) {
      instrumentation.weave(weaver);
    }
    List<Class<?>> states;
    if (loaded == null) {
      states = weaver.states();
      ClassFile file = states.isEmpty() ? null : ClassFile.parse(bytes);
      if (file != null) {
        states.removeAll(inheritedStates.find(file, pool, loader, instrumentations));
      }
    } else {
      states = ClassSchemas.states(loaded);
      schemas.rememberLoaded(loaded, weaver.states());
    }
    return write(type, whole, weaver.rules(), libraries.dialect(name).ordinal(), states);
  }

  private static ClassFileLocator locator(String name, byte[] bytes, ClassFileLocator application) {
    return new ClassFileLocator.Compound(ClassFileLocator.Simple.of(name, bytes), application);
  }

  private static boolean isWoven(byte[] bytes) {
    ClassFile file = ClassFile.parse(bytes);
    if (file != null) {
      for (String implemented : file.interfaces) {
        if (ClassSchemas.isState(implemented.replace('/', '.'))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Passes the class through the visitors. Byte Buddy's type builder would load two hundred more
   * classes for it, while the application starts.
   */
  private static byte[] write(
      TypeDescription type,
      byte[] bytes,
      List<MethodRule> rules,
      int dialect,
      List<Class<?>> states) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassVisitor last = writer;
    for (int i = states.size() - 1; i >= 0; i--) {
      last = new StateFields(states.get(i), last);
    }
    reader.accept(new WovenMethods(type, rules, dialect, last), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }
}

package io.rowcall.core.weave;

import io.rowcall.boot.request.Engine;
import io.rowcall.core.library.Libraries;
import java.util.List;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites class files by the rules of instrumentations, with Byte Buddy's {@code Advice}.
 *
 * <p>Loads no class: types are described from class files, and frames are translated rather than
 * computed. Any thread.
 */
final class ClassRewriter {
  /** Names for classes that are never generated, because advice is inlined. */
  private static final AuxiliaryType.NamingStrategy NAMES =
      new AuxiliaryType.NamingStrategy.SuffixingRandom("rowcall");

  /** Counts what advice throws, so that the woven class never sees it. */
  static final Advice.ExceptionHandler COUNTED = countSuppressed();

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
    TypeDescription type = describe(name, locator);
    if (isWoven(type)) {
      return null;
    }
    List<ForwardingMethod> inherited;
    if (loaded == null) {
      inherited =
          new InheritedMethods(type, TypePool.Default.of(locator), loader, undecided)
              .find(ClassFile.parse(bytes), instrumentations);
      schemas.remember(name, loader, inherited);
    } else {
      inherited = schemas.methods(loaded);
    }
    byte[] whole = bytes;
    if (!inherited.isEmpty()) {
      whole = ForwardingMethod.add(inherited, bytes);
      locator = locator(name, whole, application);
      type = describe(name, locator);
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
        TypePool pool = TypePool.Default.of(locator);
        states.removeAll(inheritedStates.find(file, pool, loader, instrumentations));
      }
    } else {
      states = ClassSchemas.states(loaded);
      schemas.rememberLoaded(loaded, weaver.states());
    }
    return write(type, locator, whole, methods(type, locator, weaver.rules()), states);
  }

  private static ClassFileLocator locator(String name, byte[] bytes, ClassFileLocator application) {
    return new ClassFileLocator.Compound(ClassFileLocator.Simple.of(name, bytes), application);
  }

  private static TypeDescription describe(String name, ClassFileLocator locator) {
    return TypePool.Default.of(locator).describe(name).resolve();
  }

  private static boolean isWoven(TypeDescription type) {
    for (TypeDefinition implemented : type.getInterfaces()) {
      if (ClassSchemas.isState(implemented.getTypeName())) {
        return true;
      }
    }
    return false;
  }

  private AsmVisitorWrapper.ForDeclaredMethods methods(
      TypeDescription type, ClassFileLocator locator, List<MethodRule> rules) {
    Advice.WithCustomMapping advice =
        Advice.withCustomMapping()
            .bind(Weaver.DriverDialect.class, libraries.dialect(type.getName()).ordinal());
    AsmVisitorWrapper.ForDeclaredMethods methods = new AsmVisitorWrapper.ForDeclaredMethods();
    for (MethodRule rule : rules) {
      if (type.getDeclaredMethods().filter(rule.methods).isEmpty()) {
        continue; // Its advice may name types that are absent because it does not apply.
      }
      methods = methods.invokable(rule.methods, rule.visitor(advice, locator));
    }
    return methods;
  }

  /**
   * Passes the class through the visitors. Byte Buddy's type builder would load two hundred more
   * classes for it, while the application starts.
   */
  private static byte[] write(
      TypeDescription type,
      ClassFileLocator locator,
      byte[] bytes,
      AsmVisitorWrapper.ForDeclaredMethods methods,
      List<Class<?>> states) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassVisitor last = writer;
    for (int i = states.size() - 1; i >= 0; i--) {
      last = new StateFields(states.get(i), last);
    }
    ClassFileVersion version = ClassFileVersion.ofClassFile(bytes);
    Implementation.Context context =
        Implementation.Context.Disabled.Factory.INSTANCE.make(
            type, NAMES, TypeInitializer.None.INSTANCE, version, version);
    ClassVisitor first =
        methods.wrap(
            type,
            last,
            context,
            TypePool.Default.of(locator),
            type.getDeclaredFields(),
            type.getDeclaredMethods(),
            0,
            0);
    reader.accept(first, 0);
    return writer.toByteArray();
  }

  private static Advice.ExceptionHandler countSuppressed() {
    try {
      return new Advice.ExceptionHandler.Simple(
          MethodInvocation.invoke(
              new MethodDescription.ForLoadedMethod(
                  Engine.class.getMethod("suppress", Throwable.class))));
    } catch (NoSuchMethodException impossible) {
      throw new LinkageError("Engine.suppress", impossible);
    }
  }
}

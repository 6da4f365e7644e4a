package io.rowcall.core.weave;

import static net.bytebuddy.matcher.ElementMatchers.any;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.rowcall.boot.request.Engine;
import io.rowcall.core.sql.Dialect;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
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
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * One class on its way through Byte Buddy: instrumentations add their advices and fields to it.
 *
 * <p>Super types are described from class files, so nothing is loaded; frames are translated, not
 * computed, so nothing has to be. What an advice throws is counted, and never seen by the class.
 */
public final class Weaver {
  /** Marks an advice's parameter that receives the ordinal of the class's {@link Dialect}. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface OfDialect {}

  /** Names of classes that are never made: an advice is inlined. */
  private static final AuxiliaryType.NamingStrategy NAMES =
      new AuxiliaryType.NamingStrategy.SuffixingRandom("rowcall");

  private static final Advice.ExceptionHandler COUNTED = countSuppressed();

  private final TypeDescription type;
  private final ClassFileLocator locator;
  private final boolean loaded;
  private final int dialect;
  private final List<Class<?>> states;
  private AsmVisitorWrapper.ForDeclaredMethods methods = new AsmVisitorWrapper.ForDeclaredMethods();
  private ElementMatcher.Junction<MethodDescription> advised = none();

  private Weaver(TypeDescription type, ClassFileLocator locator, @Nullable Class<?> loaded) {
    this.type = type;
    this.locator = locator;
    this.loaded = loaded != null;
    this.dialect = Dialect.ofDriverClass(type.getName()).ordinal();
    this.states = ClassSchemas.states(loaded);
  }

  /**
   * @param name binary name
   * @param loaded the class, if it is loaded already: it keeps the schema that it was loaded with
   * @return null for a class file that was woven before, as another agent may have kept it, and for
   *     one that names types which its loader does not have: an optional part of a library, such as
   *     a servlet filter where there are no servlets, which cannot run either
   */
  static byte @Nullable [] weave(
      String name,
      byte[] bytes,
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded,
      List<Instrumentation> instrumentations,
      ClassSchemas schemas) {
    try {
      return woven(name, bytes, loader, loaded, instrumentations, schemas);
    } catch (TypePool.Resolution.NoSuchTypeException optional) {
      if (loaded != null && schemas.has(loaded)) {
        throw optional;
      }
      return null;
    }
  }

  private static byte @Nullable [] woven(
      String name,
      byte[] bytes,
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded,
      List<Instrumentation> instrumentations,
      ClassSchemas schemas) {
    ClassFileLocator application = ClassFileLocator.ForClassLoader.of(loader);
    Weaver weaver = of(name, bytes, application, loaded);
    if (weaver.isWoven()) {
      return null;
    }
    List<ForwardingMethod> inherited;
    if (loaded == null) {
      inherited =
          new InheritedMethods(weaver.type, TypePool.Default.of(weaver.locator), loader)
              .find(ClassFile.parse(bytes), weaver, instrumentations);
      schemas.remember(name, loader, inherited);
    } else {
      inherited = schemas.methods(loaded);
    }
    byte[] whole = bytes;
    if (!inherited.isEmpty()) {
      whole = ForwardingMethod.add(inherited, bytes);
      weaver = of(name, whole, application, loaded);
    }
    for (Instrumentation instrumentation : instrumentations) {
      instrumentation.weave(weaver);
    }
    return weaver.write(whole);
  }

  private static Weaver of(
      String name, byte[] bytes, ClassFileLocator application, @Nullable Class<?> loaded) {
    ClassFileLocator locator =
        new ClassFileLocator.Compound(ClassFileLocator.Simple.of(name, bytes), application);
    return new Weaver(TypePool.Default.of(locator).describe(name).resolve(), locator, loaded);
  }

  private boolean isWoven() {
    for (TypeDefinition implemented : type.getInterfaces()) {
      if (ClassSchemas.isState(implemented.getTypeName())) {
        return true;
      }
    }
    return false;
  }

  /** The methods that an instrumentation would advise in this class, if it had them all. */
  ElementMatcher.Junction<MethodDescription> advisedBy(Instrumentation instrumentation) {
    Weaver asked = new Weaver(type, locator, null);
    instrumentation.weave(asked);
    return asked.advised;
  }

  /**
   * Passes the class through the visitors. Byte Buddy's own builder of types would load two hundred
   * more classes for it, at the start of the application.
   */
  private byte[] write(byte[] bytes) {
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

  /** Weaves an advice into the methods of these names that the class declares with a body. */
  public void advise(Class<?> advice, String... methods) {
    advise(advice, namedOneOf(methods));
  }

  /** Weaves an advice into the methods that match and that the class declares with a body. */
  public void advise(Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
    advise(AdviceSource.OF_THE_AGENT, advice.getName(), methods);
  }

  /**
   * Weaves an advice that may lie in another file than its name tells; see {@link AdviceSource}.
   */
  public void advise(
      AdviceSource advices, String advice, ElementMatcher<? super MethodDescription> picked) {
    advised = advised.or(picked);
    methods =
        methods.invokable(
            not(isAbstract()).and(not(isStatic())).and(picked), ready(advices, advice));
  }

  /** Weaves an advice into static methods of these names. */
  public void adviseStatic(Class<?> advice, ElementMatcher<? super MethodDescription> picked) {
    methods =
        methods.invokable(
            isStatic().and(picked), ready(AdviceSource.OF_THE_AGENT, advice.getName()));
  }

  private Advice ready(AdviceSource advices, String advice) {
    return Advice.withCustomMapping()
        .bind(OfDialect.class, dialect)
        .to(advices.describe(advice, locator), advices.locator())
        .withExceptionHandler(COUNTED);
  }

  /** Follows tasks through the loop of a pool's worker; see {@link RunWorkerVisitor}. */
  public void followWorker(String loop, String before, String after) {
    methods = methods.method(named(loop), new RunWorkerVisitor(before, after));
  }

  /**
   * Follows tasks into executors that the class makes of lambdas; see {@link
   * ExecutorLambdaVisitor}.
   */
  public void handOverExecutorLambdas() {
    methods = methods.invokable(any(), new ExecutorLambdaVisitor());
  }

  /** Counts with a library that counts by itself; see {@link StatsCounterVisitor}. */
  public void countWith(StatsCounterVisitor statistics) {
    methods = methods.method(not(isAbstract()).and(not(isConstructor())), statistics);
  }

  /** Weaves an advice into the ends of all constructors. */
  public void adviseConstructors(Class<?> advice) {
    methods =
        methods.constructor(isConstructor(), ready(AdviceSource.OF_THE_AGENT, advice.getName()));
  }

  /** Makes the class implement an interface of {@code boot} by a field for each property. */
  public void addState(Class<?> state) {
    if (!loaded && !type.isInterface() && !states.contains(state)) {
      states.add(state);
    }
  }

  /** The same, where the class has a method with a body that will be seen to end the state. */
  public void addState(Class<?> state, ElementMatcher<? super MethodDescription> ending) {
    if (!type.getDeclaredMethods().filter(not(isAbstract()).and(ending)).isEmpty()) {
      addState(state);
    }
  }

  /** Whether this is the class's name without its package. */
  public boolean isNamed(String name) {
    return type.getName().endsWith("." + name);
  }

  /** Whether the class itself names this interface, by its binary name. */
  public boolean implementsDirectly(String name) {
    for (TypeDefinition implemented : type.getInterfaces()) {
      if (implemented.getTypeName().equals(name)) {
        return true;
      }
    }
    return false;
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

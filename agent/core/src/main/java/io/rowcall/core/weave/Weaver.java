package io.rowcall.core.weave;

import static net.bytebuddy.matcher.ElementMatchers.any;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Collects the rules of instrumentations for one class. {@link #in} narrows rules to a class of one
 * name, so that an instrumentation of several classes reads as a list of rules.
 *
 * <p>Advice goes into methods that the class declares with a body. What it throws is counted, and
 * never seen by the class.
 */
public final class Weaver {
  /** Binds the ordinal of the {@code Dialect} of the woven driver to a parameter of advice. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface DriverDialect {}

  private final TypeDescription type;
  private final List<MethodRule> rules;
  private final List<Class<?>> states;

  /** The names that rules are restricted to. */
  private final Set<String> names;

  private final boolean applies;

  Weaver(TypeDescription type) {
    this(
        type, new ArrayList<MethodRule>(), new ArrayList<Class<?>>(1), new HashSet<String>(), true);
  }

  private Weaver(
      TypeDescription type,
      List<MethodRule> rules,
      List<Class<?>> states,
      Set<String> names,
      boolean applies) {
    this.type = type;
    this.rules = rules;
    this.states = states;
    this.names = names;
    this.applies = applies;
  }

  // ---- Where ----

  /**
   * Restricts rules to the classes of these names.
   *
   * @param names internal names, which {@link Instrumentation#candidates} selects
   */
  public Weaver in(String... names) {
    List<String> all = Arrays.asList(names);
    this.names.addAll(all);
    return only(all.contains(type.getInternalName()));
  }

  /** Restricts rules to classes that name this interface themselves, by its binary name. */
  public Weaver implementing(String name) {
    return only(implementsDirectly(name));
  }

  /** Restricts rules to classes that do not name this interface themselves. */
  public Weaver notImplementing(String name) {
    return only(!implementsDirectly(name));
  }

  private boolean implementsDirectly(String name) {
    for (TypeDefinition implemented : type.getInterfaces()) {
      if (implemented.getTypeName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private Weaver only(boolean matches) {
    return matches || !applies ? this : new Weaver(type, rules, states, names, false);
  }

  // ---- What ----

  /** Weaves advice into instance methods. */
  public Weaver advise(ElementMatcher<? super MethodDescription> methods, Class<?> advice) {
    return advise(methods, AdviceSource.AGENT, advice.getName());
  }

  /** Weaves one advice class into the start of instance methods, and one into their ends. */
  public Weaver advise(
      ElementMatcher<? super MethodDescription> methods, Class<?> enter, Class<?> exit) {
    return add(
        MethodRule.instanceAdvice(methods, AdviceSource.AGENT, enter.getName(), exit.getName()));
  }

  /** Weaves advice that is not among the agent's own classes; see {@link AdviceSource}. */
  public Weaver advise(
      ElementMatcher<? super MethodDescription> methods, AdviceSource source, String advice) {
    return add(MethodRule.instanceAdvice(methods, source, advice, advice));
  }

  /** Weaves advice into static methods. */
  public Weaver adviseStatic(ElementMatcher<? super MethodDescription> methods, Class<?> advice) {
    return adviseStatic(methods, advice.getName());
  }

  /** The same for advice in {@code src/main/java17}. */
  public Weaver adviseStatic(ElementMatcher<? super MethodDescription> methods, String advice) {
    return add(MethodRule.advice(isMethod().and(isStatic()).and(methods), advice));
  }

  /** Weaves advice into the ends of all constructors. */
  public Weaver adviseConstructors(Class<?> advice) {
    return add(MethodRule.advice(isConstructor(), advice.getName()));
  }

  /** Follows tasks through the loop of a pool's worker; see {@link RunWorkerVisitor}. */
  public Weaver followWorker(String loop, String before, String after) {
    return add(
        MethodRule.rewriting(isMethod().and(named(loop)), new RunWorkerVisitor(before, after)));
  }

  /** Passes lambdas that are executors to the hooks; see {@link ExecutorLambdaVisitor}. */
  public Weaver wrapExecutorLambdas() {
    return add(MethodRule.rewriting(any(), new ExecutorLambdaVisitor()));
  }

  /** Passes the library's own statistics on to the hooks; see {@link StatsCounterVisitor}. */
  public Weaver countWith(StatsCounterVisitor statistics) {
    return add(MethodRule.rewriting(isMethod().and(not(isAbstract())), statistics));
  }

  private Weaver add(MethodRule rule) {
    if (applies) {
      rules.add(rule);
    }
    return this;
  }

  /** Makes the class implement a state interface of {@code boot}, by a field for each property. */
  public Weaver addState(Class<?> state) {
    if (applies && !type.isInterface() && !states.contains(state)) {
      states.add(state);
    }
    return this;
  }

  /** Adds state if the class has a method with a body that ends it. */
  public Weaver addState(Class<?> state, ElementMatcher<? super MethodDescription> endingMethod) {
    boolean ends = !type.getDeclaredMethods().filter(not(isAbstract()).and(endingMethod)).isEmpty();
    return ends ? addState(state) : this;
  }

  // ---- For the rewriter ----

  List<MethodRule> rules() {
    return rules;
  }

  List<Class<?>> states() {
    return states;
  }

  /** The names to which rules are restricted, whether they apply or not. */
  Set<String> namesInRules() {
    return names;
  }

  /**
   * The methods that an instrumentation would advise in a class, if the class declared them all.
   */
  static ElementMatcher.Junction<MethodDescription> advisedBy(
      Instrumentation instrumentation, TypeDescription type) {
    Weaver weaver = new Weaver(type);
    instrumentation.weave(weaver);
    ElementMatcher.Junction<MethodDescription> advised = none();
    for (MethodRule rule : weaver.rules) {
      if (rule.inheritable != null) {
        advised = advised.or(rule.inheritable);
      }
    }
    return advised;
  }
}

package io.rowcall.core.weave;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.not;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Rule of an instrumentation: matching methods get advice, or pass through a visitor. */
abstract class MethodRule {
  final ElementMatcher<? super MethodDescription> methods;

  /** The instance methods that match, inherited and abstract ones included; null for no advice. */
  final @Nullable ElementMatcher<? super MethodDescription> inheritable;

  private MethodRule(
      ElementMatcher<? super MethodDescription> methods,
      @Nullable ElementMatcher<? super MethodDescription> inheritable) {
    this.methods = methods;
    this.inheritable = inheritable;
  }

  /**
   * The visitor for the methods.
   *
   * @param advice the mapping of its parameters
   * @param wovenClass locates the woven class and all that its loader can see
   */
  abstract MethodVisitorWrapper visitor(
      Advice.WithCustomMapping advice, ClassFileLocator wovenClass);

  /** Advice for instance methods, which a class may inherit. */
  static MethodRule instanceAdvice(
      ElementMatcher<? super MethodDescription> methods,
      AdviceSource source,
      String enter,
      String exit) {
    return new AdviceRule(
        isMethod().and(not(isAbstract())).and(not(isStatic())).and(methods),
        methods,
        source,
        enter,
        exit);
  }

  /** The agent's own advice for static methods or constructors. */
  static MethodRule advice(ElementMatcher<? super MethodDescription> methods, String advice) {
    return new AdviceRule(methods, null, AdviceSource.AGENT, advice, advice);
  }

  static MethodRule visitor(
      ElementMatcher<? super MethodDescription> methods, final MethodVisitorWrapper visitor) {
    return new MethodRule(methods, null) {
      @Override
      MethodVisitorWrapper visitor(Advice.WithCustomMapping advice, ClassFileLocator wovenClass) {
        return visitor;
      }
    };
  }

  private static final class AdviceRule extends MethodRule {
    private final AdviceSource source;
    private final String enter;
    private final String exit;

    AdviceRule(
        ElementMatcher<? super MethodDescription> methods,
        @Nullable ElementMatcher<? super MethodDescription> inheritable,
        AdviceSource source,
        String enter,
        String exit) {
      super(methods, inheritable);
      this.source = source;
      this.enter = enter;
      this.exit = exit;
    }

    @Override
    MethodVisitorWrapper visitor(Advice.WithCustomMapping advice, ClassFileLocator wovenClass) {
      TypeDescription entered = source.describe(enter, wovenClass);
      Advice woven =
          enter.equals(exit)
              ? advice.to(entered, source.locator())
              : advice.to(entered, source.describe(exit, wovenClass), source.locator());
      return woven.withExceptionHandler(ClassRewriter.COUNTED);
    }
  }
}

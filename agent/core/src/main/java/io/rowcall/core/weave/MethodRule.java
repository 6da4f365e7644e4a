package io.rowcall.core.weave;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.not;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.jar.asm.MethodVisitor;
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
   * The rewriter for the methods of a class.
   *
   * @param dialect the ordinal of the {@code Dialect} of its driver
   * @param hasFrames whether class files of its version have stack frames
   */
  abstract MethodRewriter rewriter(TypeDescription type, int dialect, boolean hasFrames);

  /** Advice for instance methods, which a class may inherit. */
  static MethodRule instanceAdvice(
      ElementMatcher<? super MethodDescription> methods,
      AdviceSource source,
      String enter,
      String exit) {
    // Names first: they rule out most methods.
    return new AdviceRule(
        new ElementMatcher.Junction.Conjunction<MethodDescription>(
            methods, isMethod().and(not(isAbstract())).and(not(isStatic()))),
        methods,
        source,
        enter,
        exit);
  }

  /** The agent's own advice for static methods or constructors. */
  static MethodRule advice(ElementMatcher<? super MethodDescription> methods, String advice) {
    return new AdviceRule(methods, null, AdviceSource.AGENT, advice, advice);
  }

  static MethodRule rewriting(
      ElementMatcher<? super MethodDescription> methods, final MethodRewriter rewriter) {
    return new MethodRule(methods, null) {
      @Override
      MethodRewriter rewriter(TypeDescription type, int dialect, boolean hasFrames) {
        return rewriter;
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
    MethodRewriter rewriter(
        final TypeDescription type, final int dialect, final boolean hasFrames) {
      return new MethodRewriter() {
        @Override
        public MethodVisitor rewrite(MethodDescription method, MethodVisitor next) {
          return new AdviceWeaver(
              source.advice(enter).enter,
              source.advice(exit).exit,
              type,
              method,
              dialect,
              hasFrames,
              next);
        }
      };
    }
  }
}

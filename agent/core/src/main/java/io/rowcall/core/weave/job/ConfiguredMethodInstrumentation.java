package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.config.MethodPattern;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Makes each call of a method that {@code request.methods} names a unit of work. */
public final class ConfiguredMethodInstrumentation implements Instrumentation {
  private final MethodPattern pattern;

  public ConfiguredMethodInstrumentation(MethodPattern pattern) {
    this.pattern = pattern;
  }

  @Override
  public Candidates candidates() {
    return Candidates.matching(pattern);
  }

  @Override
  public void weave(Weaver type) {
    type.advise(methods(), Call.class);
    type.adviseStatic(methods(), Call.class);
  }

  private ElementMatcher.Junction<MethodDescription> methods() {
    ElementMatcher.Junction<MethodDescription> own = not(isSynthetic().or(isBridge()));
    return pattern.isAnyMethod()
        ? own.and(isPublic()).and(not(namedOneOf("equals", "hashCode", "toString")))
        : own.and(named(pattern.method()));
  }

  static final class Call {
    private Call() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.Origin("#t.#m") String name) {
      return JobHooks.enter(JobHooks.JOB, name);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leave(started, thrown != null);
    }
  }
}

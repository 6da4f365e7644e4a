package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/** Every {@code javax.cache.Cache}, whoever provides it; what it is made of is not asked again. */
public final class JCacheInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.implementing("javax/cache/Cache", "get", "getAll");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(LookupAdvice.OfOne.class, isPublic().and(named("get")).and(takesArguments(1)));
    type.advise(LookupAdvice.OfSet.class, isPublic().and(named("getAll")).and(takesArguments(1)));
  }
}

package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/** Synchronous reads of Redisson's buckets and maps, cached ones included; null is a miss. */
public final class RedissonInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("org/redisson/RedissonBucket", "org/redisson/RedissonMap");
  }

  @Override
  public void weave(Weaver type) {
    int keys = type.isNamed("RedissonMap") ? 1 : 0;
    type.advise(Lookup.ByClient.class, isPublic().and(named("get")).and(takesArguments(keys)));
  }
}

package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Reads of Redisson's buckets and maps; null is a miss. Synchronous ones wait for an asynchronous
 * one, and count once; those that a local cache answers are counted when they are synchronous.
 */
public final class RedissonInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("org/redisson/RedissonBucket", "org/redisson/RedissonMap");
  }

  @Override
  public void weave(Weaver type) {
    int keys = type.isNamed("RedissonMap") ? 1 : 0;
    type.advise(
        LookupAdvice.ByClient.class, isPublic().and(named("get")).and(takesArguments(keys)));
    type.advise(
        LookupAdvice.Later.class, isPublic().and(named("getAsync")).and(takesArguments(keys)));
  }
}

package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Counts the reads of Redisson's buckets and maps; null is a miss. A synchronous read waits for an
 * asynchronous one, and counts once. Reads that a local cache answers are counted when they are
 * synchronous.
 */
public final class RedissonInstrumentation implements Instrumentation {
  private static final String BUCKET = "org/redisson/RedissonBucket";
  private static final String MAP = "org/redisson/RedissonMap";

  @Override
  public Library library() {
    return Library.cache("redisson", "org.redisson.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(BUCKET, MAP);
  }

  @Override
  public void weave(Weaver type) {
    adviseReads(type.in(BUCKET), 0);
    adviseReads(type.in(MAP), 1);
  }

  private static void adviseReads(Weaver type, int keys) {
    type.advise(isPublic().and(named("get")).and(takesArguments(keys)), LookupAdvice.ByClient.class)
        .advise(
            isPublic().and(named("getAsync")).and(takesArguments(keys)), LookupAdvice.Async.class);
  }
}

package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.util.List;

/**
 * Counts the reads of Jedis 3 and later; null is a miss. Pipelines and transactions are not
 * counted.
 */
public final class JedisInstrumentation implements Instrumentation {
  private static final String PACKAGE = "redis/clients/jedis/";

  @Override
  public Library library() {
    return Library.cache("jedis", "redis.clients.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(
        PACKAGE + "BinaryJedis",
        PACKAGE + "BinaryJedisCluster",
        PACKAGE + "Jedis",
        PACKAGE + "JedisCluster",
        PACKAGE + "UnifiedJedis");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        isPublic()
            .and(namedOneOf("get", "getEx", "hget"))
            .and(returns(String.class).or(returns(byte[].class))),
        LookupAdvice.ByClient.class);
    type.advise(
        isPublic().and(named("mget").or(named("hmget"))).and(returns(List.class)),
        LookupAdvice.ListByClient.class);
  }
}

package io.rowcall.core.weave.cache;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.util.List;

/** Reads with Jedis 3 and later; null is a miss. Pipelines and transactions are no lookups. */
public final class JedisInstrumentation implements Instrumentation {
  private static final String PACKAGE = "redis/clients/jedis/";

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
        LookupAdvice.ByClient.class,
        isPublic()
            .and(namedOneOf("get", "getEx", "hget"))
            .and(returns(String.class).or(returns(byte[].class))));
    type.advise(
        LookupAdvice.OfListByClient.class,
        isPublic().and(named("mget").or(named("hmget"))).and(returns(List.class)));
  }
}

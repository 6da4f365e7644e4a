package io.rowcall.core.weave.catalog;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.MethodPattern;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Mentions;
import io.rowcall.core.weave.async.ActorInstrumentation;
import io.rowcall.core.weave.async.CompletableFutureInstrumentation;
import io.rowcall.core.weave.async.ExecutorInstrumentation;
import io.rowcall.core.weave.async.ExecutorLambdaInstrumentation;
import io.rowcall.core.weave.async.FiberInstrumentation;
import io.rowcall.core.weave.async.ForkJoinInstrumentation;
import io.rowcall.core.weave.async.FutureTaskInstrumentation;
import io.rowcall.core.weave.async.KotlinCoroutineInstrumentation;
import io.rowcall.core.weave.async.TaskRunInstrumentation;
import io.rowcall.core.weave.async.ThreadInstrumentation;
import io.rowcall.core.weave.async.ThreadPerTaskInstrumentation;
import io.rowcall.core.weave.async.ThreadPoolInstrumentation;
import io.rowcall.core.weave.async.TimerInstrumentation;
import io.rowcall.core.weave.async.VertxFutureInstrumentation;
import io.rowcall.core.weave.async.WorkerStartInstrumentation;
import io.rowcall.core.weave.cache.CaffeineInstrumentation;
import io.rowcall.core.weave.cache.EhcacheInstrumentation;
import io.rowcall.core.weave.cache.GuavaCacheInstrumentation;
import io.rowcall.core.weave.cache.HibernateCacheInstrumentation;
import io.rowcall.core.weave.cache.InfinispanInstrumentation;
import io.rowcall.core.weave.cache.JCacheInstrumentation;
import io.rowcall.core.weave.cache.JCacheLoaderInstrumentation;
import io.rowcall.core.weave.cache.JCacheManagerInstrumentation;
import io.rowcall.core.weave.cache.JedisInstrumentation;
import io.rowcall.core.weave.cache.LettuceInstrumentation;
import io.rowcall.core.weave.cache.RedissonInstrumentation;
import io.rowcall.core.weave.cache.SpringCacheInstrumentation;
import io.rowcall.core.weave.call.ApacheAsyncHttpClient4Instrumentation;
import io.rowcall.core.weave.call.ApacheHttpClient4Instrumentation;
import io.rowcall.core.weave.call.ApacheHttpClient5Instrumentation;
import io.rowcall.core.weave.call.GrpcClientInstrumentation;
import io.rowcall.core.weave.call.HttpUrlConnectionInstrumentation;
import io.rowcall.core.weave.call.JdkHttpClientInstrumentation;
import io.rowcall.core.weave.call.JedisCallInstrumentation;
import io.rowcall.core.weave.call.LettuceCallInstrumentation;
import io.rowcall.core.weave.call.LettuceReactiveCallInstrumentation;
import io.rowcall.core.weave.call.MongoInstrumentation;
import io.rowcall.core.weave.call.OkHttpInstrumentation;
import io.rowcall.core.weave.call.ReactorNettyClientInstrumentation;
import io.rowcall.core.weave.call.RedissonCallInstrumentation;
import io.rowcall.core.weave.http.AsyncContextInstrumentation;
import io.rowcall.core.weave.http.AsyncServletInstrumentation;
import io.rowcall.core.weave.http.GrizzlyCommitInstrumentation;
import io.rowcall.core.weave.http.JdkHttpServerInstrumentation;
import io.rowcall.core.weave.http.Jetty12CommitInstrumentation;
import io.rowcall.core.weave.http.Jetty9CommitInstrumentation;
import io.rowcall.core.weave.http.LoggedUserInstrumentation;
import io.rowcall.core.weave.http.RemoteUserInstrumentation;
import io.rowcall.core.weave.http.ServletInstrumentation;
import io.rowcall.core.weave.http.SpringSecurityInstrumentation;
import io.rowcall.core.weave.http.TomcatCommitInstrumentation;
import io.rowcall.core.weave.http.UndertowCommitInstrumentation;
import io.rowcall.core.weave.jdbc.ArrayInstrumentation;
import io.rowcall.core.weave.jdbc.ConnectionInstrumentation;
import io.rowcall.core.weave.jdbc.ResultSetInstrumentation;
import io.rowcall.core.weave.jdbc.StatementInstrumentation;
import io.rowcall.core.weave.job.ConfiguredMethodInstrumentation;
import io.rowcall.core.weave.job.JmsConsumerInstrumentation;
import io.rowcall.core.weave.job.JmsListenerInstrumentation;
import io.rowcall.core.weave.job.JobRunrInstrumentation;
import io.rowcall.core.weave.job.KafkaConsumerInstrumentation;
import io.rowcall.core.weave.job.PeriodicTaskInstrumentation;
import io.rowcall.core.weave.job.QuartzInstrumentation;
import io.rowcall.core.weave.job.RabbitChannelInstrumentation;
import io.rowcall.core.weave.job.RabbitConsumerInstrumentation;
import io.rowcall.core.weave.job.ScheduledMethodInstrumentation;
import io.rowcall.core.weave.job.SpringBatchInstrumentation;
import io.rowcall.core.weave.job.SpringJmsInstrumentation;
import io.rowcall.core.weave.job.SpringKafkaInstrumentation;
import io.rowcall.core.weave.job.SpringRabbitInstrumentation;
import io.rowcall.core.weave.job.SpringSchedulingInstrumentation;
import io.rowcall.core.weave.job.TimerTaskInstrumentation;
import io.rowcall.core.weave.job.VertxTimerInstrumentation;
import io.rowcall.core.weave.orm.HibernateLazyLoadInstrumentation;
import io.rowcall.core.weave.pool.AgroalInstrumentation;
import io.rowcall.core.weave.pool.C3p0Instrumentation;
import io.rowcall.core.weave.pool.DataSourceInstrumentation;
import io.rowcall.core.weave.pool.Dbcp2Instrumentation;
import io.rowcall.core.weave.pool.DruidInstrumentation;
import io.rowcall.core.weave.pool.HikariInstrumentation;
import io.rowcall.core.weave.pool.TomcatJdbcInstrumentation;
import io.rowcall.core.weave.pool.ViburInstrumentation;
import io.rowcall.core.weave.r2dbc.R2dbcInstrumentation;
import io.rowcall.core.weave.r2dbc.R2dbcReplyInstrumentation;
import io.rowcall.core.weave.r2dbc.VertxSqlInstrumentation;
import io.rowcall.core.weave.route.ArmeriaInstrumentation;
import io.rowcall.core.weave.route.CxfInstrumentation;
import io.rowcall.core.weave.route.GraphQlInstrumentation;
import io.rowcall.core.weave.route.JavalinInstrumentation;
import io.rowcall.core.weave.route.JerseyInstrumentation;
import io.rowcall.core.weave.route.KtorInstrumentation;
import io.rowcall.core.weave.route.MicronautInstrumentation;
import io.rowcall.core.weave.route.ResteasyInstrumentation;
import io.rowcall.core.weave.route.ResteasyReactiveInstrumentation;
import io.rowcall.core.weave.route.SparkInstrumentation;
import io.rowcall.core.weave.route.StrutsInstrumentation;
import io.rowcall.core.weave.route.VertxWebInstrumentation;
import io.rowcall.core.weave.route.WebFluxInstrumentation;
import io.rowcall.core.weave.server.GrpcInstrumentation;
import io.rowcall.core.weave.server.HelidonInstrumentation;
import io.rowcall.core.weave.server.Jetty12Instrumentation;
import io.rowcall.core.weave.server.KtorCioInstrumentation;
import io.rowcall.core.weave.server.KtorNettyInstrumentation;
import io.rowcall.core.weave.server.NettyHttpInstrumentation;
import io.rowcall.core.weave.server.NettyInstrumentation;
import io.rowcall.core.weave.server.UndertowInstrumentation;
import io.rowcall.core.weave.server.VertxHttpInstrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** List of all instrumentations, sorted by name. */
public final class Instrumentations {
  private Instrumentations() {}

  public static List<Instrumentation> all() {
    return Arrays.<Instrumentation>asList(
        new ActorInstrumentation(),
        new AgroalInstrumentation(),
        new ApacheAsyncHttpClient4Instrumentation(),
        new ApacheHttpClient4Instrumentation(),
        new ApacheHttpClient5Instrumentation(),
        new ArmeriaInstrumentation(),
        new ArrayInstrumentation(),
        new AsyncContextInstrumentation("jakarta"),
        new AsyncContextInstrumentation("javax"),
        new AsyncServletInstrumentation("jakarta"),
        new AsyncServletInstrumentation("javax"),
        new C3p0Instrumentation(),
        new CaffeineInstrumentation(),
        new CompletableFutureInstrumentation(),
        new ConnectionInstrumentation(),
        new CxfInstrumentation(),
        new DataSourceInstrumentation(),
        new Dbcp2Instrumentation(),
        new DruidInstrumentation(),
        new EhcacheInstrumentation(),
        new ExecutorInstrumentation(),
        new ExecutorLambdaInstrumentation(),
        new FiberInstrumentation(),
        new ForkJoinInstrumentation(),
        new FutureTaskInstrumentation(),
        new GraphQlInstrumentation(),
        new GrizzlyCommitInstrumentation(),
        new GrpcClientInstrumentation(),
        new GrpcInstrumentation(),
        new GuavaCacheInstrumentation(),
        new HelidonInstrumentation(),
        new HibernateCacheInstrumentation(),
        new HibernateLazyLoadInstrumentation(),
        new HikariInstrumentation(),
        new HttpUrlConnectionInstrumentation(),
        new InfinispanInstrumentation(),
        new JCacheInstrumentation(),
        new JCacheLoaderInstrumentation(),
        new JCacheManagerInstrumentation(),
        new JavalinInstrumentation(),
        new JdkHttpClientInstrumentation(),
        new JdkHttpServerInstrumentation(),
        new JedisCallInstrumentation(),
        new JedisInstrumentation(),
        new JerseyInstrumentation(),
        new Jetty12CommitInstrumentation(),
        new Jetty12Instrumentation(),
        new Jetty9CommitInstrumentation(),
        new JmsConsumerInstrumentation("jakarta"),
        new JmsConsumerInstrumentation("javax"),
        new JmsListenerInstrumentation("jakarta"),
        new JmsListenerInstrumentation("javax"),
        new JobRunrInstrumentation(),
        new KafkaConsumerInstrumentation(),
        new KotlinCoroutineInstrumentation(),
        new KtorCioInstrumentation(),
        new KtorInstrumentation(),
        new KtorNettyInstrumentation(),
        new LettuceCallInstrumentation(),
        new LettuceInstrumentation(),
        new LettuceReactiveCallInstrumentation(),
        new LoggedUserInstrumentation(),
        new MicronautInstrumentation(),
        new MongoInstrumentation(),
        new NettyHttpInstrumentation(),
        new NettyInstrumentation(),
        new OkHttpInstrumentation(),
        new PeriodicTaskInstrumentation(),
        new QuartzInstrumentation(),
        new R2dbcInstrumentation(),
        new R2dbcReplyInstrumentation(),
        new RabbitChannelInstrumentation(),
        new RabbitConsumerInstrumentation(),
        new ReactorNettyClientInstrumentation(),
        new RedissonCallInstrumentation(),
        new RedissonInstrumentation(),
        new RemoteUserInstrumentation("jakarta"),
        new RemoteUserInstrumentation("javax"),
        new ResteasyInstrumentation(),
        new ResteasyReactiveInstrumentation(),
        new ResultSetInstrumentation(),
        new ScheduledMethodInstrumentation(),
        ServletInstrumentation.filters("jakarta"),
        ServletInstrumentation.filters("javax"),
        ServletInstrumentation.servlets("jakarta"),
        ServletInstrumentation.servlets("javax"),
        new SparkInstrumentation(),
        new SpringBatchInstrumentation(),
        new SpringCacheInstrumentation(),
        new SpringJmsInstrumentation("jakarta"),
        new SpringJmsInstrumentation("javax"),
        new SpringKafkaInstrumentation(),
        new SpringRabbitInstrumentation(),
        new SpringSchedulingInstrumentation(),
        new SpringSecurityInstrumentation(),
        new StatementInstrumentation(),
        new StrutsInstrumentation(),
        new ThreadInstrumentation(),
        new ThreadPerTaskInstrumentation(),
        new ThreadPoolInstrumentation(),
        new TimerInstrumentation(),
        new TimerTaskInstrumentation(),
        new TomcatCommitInstrumentation(),
        new TomcatJdbcInstrumentation(),
        new UndertowCommitInstrumentation(),
        new UndertowInstrumentation(),
        new VertxFutureInstrumentation(),
        new VertxHttpInstrumentation(),
        new VertxSqlInstrumentation(),
        new VertxTimerInstrumentation(),
        new VertxWebInstrumentation(),
        new ViburInstrumentation(),
        new WebFluxInstrumentation(),
        new WorkerStartInstrumentation());
  }

  /** All instrumentations, and one for each method that the configuration names. */
  public static List<Instrumentation> of(Config config) {
    List<Instrumentation> all = new ArrayList<Instrumentation>(all());
    for (MethodPattern pattern : config.methods()) {
      all.add(new ConfiguredMethodInstrumentation(pattern));
    }
    return all;
  }

  /** Weaves the task classes that are followed, which are known only once they are used. */
  public static Instrumentation taskRuns() {
    return new TaskRunInstrumentation();
  }

  /** All known libraries: those that the instrumentations describe, and the others. */
  public static Libraries libraries() {
    List<Library> described = new ArrayList<Library>();
    for (Instrumentation instrumentation : all()) {
      Library library = instrumentation.library();
      if (library != null) {
        described.add(library);
      }
    }
    return new Libraries(described);
  }

  /** A line for each target, for people. */
  public static List<String> targets() {
    List<String> targets = new ArrayList<String>();
    for (Instrumentation instrumentation : all()) {
      Candidates candidates = instrumentation.candidates();
      if (!candidates.supertype.isEmpty()) {
        targets.add("every " + candidates.supertype.replace('/', '.') + subtypes(candidates));
      }
      if (candidates.mention == Mentions.TASK) {
        targets.add("every class that takes tasks: execute, submit, schedule");
      } else if (candidates.mention == Mentions.EXECUTOR_LAMBDA) {
        targets.add("every java.util.concurrent.Executor that is a lambda");
      } else if (candidates.mention == Mentions.SCHEDULED) {
        targets.add("every method that is annotated with Scheduled");
      }
      for (String name : new TreeSet<String>(candidates.names)) {
        targets.add(name.replace('/', '.'));
      }
    }
    return targets;
  }

  private static String subtypes(Candidates candidates) {
    return candidates.supertype.equals("java/sql/Statement")
        ? ", java.sql.PreparedStatement and java.sql.CallableStatement"
        : "";
  }
}

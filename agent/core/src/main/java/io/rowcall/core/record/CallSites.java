package io.rowcall.core.record;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes call sites from the stack of the calling thread: skips the JDK, drivers, pools, mappers,
 * servers, generated classes and ourselves, folds recursion, and keeps four frames.
 *
 * <p>Costs some 20 to 50 µs with a deep stack, so it is asked for a few times per statement only.
 */
final class CallSites {
  private static final int FRAMES = 4;

  private static final String[] LIBRARIES = {
    "java.",
    "javax.",
    "jakarta.",
    "jdk.",
    "sun.",
    "com.sun.",
    "kotlin.",
    "kotlinx.",
    "scala.",
    "groovy.",
    "org.codehaus.groovy.",
    "org.apache.groovy.",
    "io.rowcall.boot.",
    "io.rowcall.core.",
    "io.rowcall.junit.",
    "net.bytebuddy.",
    "org.h2.",
    "org.postgresql.",
    "com.mysql.",
    "org.mariadb.",
    "oracle.jdbc.",
    "oracle.ucp.",
    "com.microsoft.sqlserver.",
    "org.sqlite.",
    "com.ibm.db2.",
    "org.hsqldb.",
    "org.apache.derby.",
    "com.zaxxer.hikari.",
    "org.apache.commons.dbcp",
    "org.apache.commons.pool",
    "com.mchange.",
    "org.apache.tomcat.",
    "org.apache.catalina.",
    "org.apache.coyote.",
    "io.agroal.",
    "com.alibaba.druid.",
    "com.p6spy.",
    "net.ttddyy.",
    "org.springframework.",
    "org.aopalliance.",
    "org.eclipse.jetty.",
    "io.undertow.",
    "io.netty.",
    "reactor.",
    "org.jboss.",
    "org.wildfly.",
    "io.quarkus.",
    "io.micronaut.",
    "org.glassfish.",
    "org.jdbi.",
    "org.jooq.",
    "org.mybatis.",
    "org.apache.ibatis.",
    "com.baomidou.",
    "org.hibernate.",
    "org.eclipse.persistence.",
    "org.apache.openjpa.",
    "com.querydsl.",
    "io.ebean.",
    "org.flywaydb.",
    "liquibase.",
    "com.fasterxml.jackson.",
    "com.google.gson.",
    "org.thymeleaf.",
    "freemarker.",
    "org.apache.jasper.",
    "com.github.benmanes.caffeine.",
    "com.google.common.",
    "org.slf4j.",
    "ch.qos.logback.",
    "org.apache.logging.",
    "org.junit.",
    "com.intellij.",
    "org.apache.maven.",
    "io.opentelemetry.",
  };

  private static final String[] GENERATED = {
    "$$Lambda",
    "$$EnhancerBy",
    "$$FastClass",
    "$$SpringCGLIB$$",
    "$$_",
    "$Proxy",
    "$HibernateProxy$",
    "_ClientProxy",
    "_Subclass",
  };

  private final String[] alsoLibraries;

  /**
   * @param alsoLibraries package prefixes, apart by colons, or empty
   */
  CallSites(String alsoLibraries) {
    this.alsoLibraries = alsoLibraries.isEmpty() ? new String[0] : alsoLibraries.split(":", -1);
  }

  /** The call site of what the calling thread has just executed, or null when there is none. */
  @Nullable CallSite take(Class<?> jdbcClass) {
    return of(new Throwable().getStackTrace(), jdbcClass);
  }

  @Nullable CallSite of(StackTraceElement[] stack, Class<?> jdbcClass) {
    StackTraceElement[] kept = new StackTraceElement[FRAMES];
    int count = 0;
    Mapper mapper = null;
    boolean lazy = false;
    for (int i = 0; i < stack.length; i++) {
      StackTraceElement frame = stack[i];
      String name = frame.getClassName();
      if (count == 0 && mapper == null) {
        mapper = Mapper.of(name);
      }
      // What a query fetches eagerly passes through the same classes, called by the query itself.
      lazy = count > 0 ? lazy : Mapper.isLazyLoading(name) || (lazy && Mapper.of(name) == null);
      if (isSkipped(name) || (count == 0 && isOf(jdbcClass, name)) || isHandler(stack, i)) {
        continue;
      }
      if (count > 0 && isSameMethod(kept[count - 1], frame)) {
        continue;
      }
      kept[count++] = frame;
      if (count == FRAMES) {
        break;
      }
    }
    return count == 0 ? null : new CallSite(Arrays.copyOf(kept, count), mapper, lazy);
  }

  /** Whether a frame of this class is the application's own. */
  boolean isApplication(String className) {
    return !isSkipped(className);
  }

  private boolean isSkipped(String name) {
    if (startsWithAny(name, LIBRARIES) || startsWithAny(name, alsoLibraries)) {
      return true;
    }
    for (String part : GENERATED) {
      if (name.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** The handler behind a {@code java.lang.reflect.Proxy}: it asks for another. */
  private static boolean isHandler(StackTraceElement[] stack, int i) {
    String method = stack[i].getMethodName();
    return (method.equals("invoke") || method.startsWith("lambda$"))
        && i + 1 < stack.length
        && stack[i + 1].getClassName().contains("$Proxy");
  }

  private static boolean isOf(Class<?> jdbcClass, String name) {
    for (Class<?> type = jdbcClass; type != null; type = type.getSuperclass()) {
      if (type.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSameMethod(StackTraceElement a, StackTraceElement b) {
    return a.getClassName().equals(b.getClassName()) && a.getMethodName().equals(b.getMethodName());
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (!prefix.isEmpty() && name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}

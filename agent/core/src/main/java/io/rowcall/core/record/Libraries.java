package io.rowcall.core.record;

/**
 * Packages that are no application's unless the application's own code lies there, and names that
 * only generated classes have. Where the application's code is known by where it was loaded from,
 * the first list only decides for classes from elsewhere.
 */
final class Libraries {
  /** The JDK, languages and ourselves: whoever loads them. */
  private static final String[] NEVER = {
    "com.sun.",
    "groovy.",
    "io.rowcall.boot.",
    "io.rowcall.core.",
    "io.rowcall.junit.",
    "jakarta.",
    "java.",
    "javax.",
    "jdk.",
    "kotlin.",
    "kotlinx.",
    "net.bytebuddy.",
    "org.apache.groovy.",
    "org.codehaus.groovy.",
    "scala.",
    "sun.",
  };

  private static final String[] KNOWN = {
    "ch.qos.logback.",
    "com.alibaba.druid.",
    "com.amazon.jdbc.",
    "com.baomidou.",
    "com.fasterxml.jackson.",
    "com.github.benmanes.caffeine.",
    "com.google.common.",
    "com.google.gson.",
    "com.ibm.db2.",
    "com.ibm.websphere.",
    "com.ibm.ws.",
    "com.ibm.wsspi.",
    "com.intellij.",
    "com.linecorp.armeria.",
    "com.mchange.",
    "com.microsoft.sqlserver.",
    "com.mysql.",
    "com.p6spy.",
    "com.querydsl.",
    "com.sap.db.",
    "com.teradata.",
    "com.zaxxer.hikari.",
    "fish.payara.",
    "freemarker.",
    "io.agroal.",
    "io.dropwizard.",
    "io.ebean.",
    "io.helidon.",
    "io.micronaut.",
    "io.netty.",
    "io.openliberty.",
    "io.opentelemetry.",
    "io.quarkus.",
    "io.trino.",
    "io.undertow.",
    "io.vertx.",
    "liquibase.",
    "net.ttddyy.",
    "oracle.jdbc.",
    "oracle.ucp.",
    "org.aopalliance.",
    "org.apache.catalina.",
    "org.apache.commons.dbcp",
    "org.apache.commons.pool",
    "org.apache.coyote.",
    "org.apache.cxf.",
    "org.apache.derby.",
    "org.apache.ibatis.",
    "org.apache.jasper.",
    "org.apache.logging.",
    "org.apache.maven.",
    "org.apache.openejb.",
    "org.apache.openjpa.",
    "org.apache.shardingsphere.",
    "org.apache.tomcat.",
    "org.apache.tomee.",
    "org.duckdb.",
    "org.eclipse.jetty.",
    "org.eclipse.persistence.",
    "org.firebirdsql.",
    "org.flywaydb.",
    "org.glassfish.",
    "org.h2.",
    "org.hibernate.",
    "org.hsqldb.",
    "org.jboss.",
    "org.jdbi.",
    "org.jooq.",
    "org.junit.",
    "org.mariadb.",
    "org.mybatis.",
    "org.postgresql.",
    "org.slf4j.",
    "org.springframework.",
    "org.sqlite.",
    "org.thymeleaf.",
    "org.wildfly.",
    "reactor.",
    "weblogic.",
  };

  /** JSP pages are compiled by the server, into a folder of its own. */
  private static final String[] GENERATED = {
    "$$Lambda",
    "$$EnhancerBy",
    "$$FastClass",
    "$$SpringCGLIB$$",
    "$$_",
    "$Proxy",
    "$HibernateProxy",
    "$Intercepted",
    "_ClientProxy",
    "_Subclass",
    "__Aot",
    "org.apache.jsp.",
  };

  private Libraries() {}

  static boolean isNever(String className) {
    return startsWithAny(className, NEVER);
  }

  /** Whether the package is one of a library that is known by name. */
  static boolean isKnown(String className) {
    return startsWithAny(className, KNOWN);
  }

  /** Whether nobody wrote the class: a proxy, a lambda, an implementation of a repository. */
  static boolean isGenerated(String className) {
    for (String part : GENERATED) {
      if (className.contains(part)) {
        return true;
      }
    }
    return className.endsWith("_"); // Jakarta Data's repositories, as Hibernate writes them.
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}

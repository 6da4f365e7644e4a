package io.rowcall.core.callsite;

import org.jspecify.annotations.Nullable;

/** Library that writes SQL for the application, recognized by its frames on the stack. */
public enum Orm {
  SPRING_DATA("Spring Data", "org.springframework.data."),
  HIBERNATE("Hibernate", "org.hibernate."),
  ECLIPSELINK("EclipseLink", "org.eclipse.persistence."),
  OPENJPA("OpenJPA", "org.apache.openjpa."),
  EBEAN("Ebean", "io.ebean."),
  MYBATIS("MyBatis", "org.apache.ibatis."),
  JOOQ("jOOQ", "org.jooq."),
  JDBI("Jdbi", "org.jdbi.");

  /** Classes that load a missing part of an object when it is touched. */
  private static final String[] LAZY = {
    "org.hibernate.collection.",
    "org.hibernate.proxy.",
    "org.hibernate.bytecode.enhance.",
    "org.eclipse.persistence.indirection.",
    "org.eclipse.persistence.internal.indirection.",
    "org.apache.openjpa.util.",
    "io.ebean.common.",
    "org.apache.ibatis.executor.loader.",
  };

  private final String text;
  private final String prefix;

  Orm(String text, String prefix) {
    this.text = text;
    this.prefix = prefix;
  }

  /** The product's name, as its authors write it. */
  public String text() {
    return text;
  }

  /** The library that a class belongs to, or null. */
  public static @Nullable Orm of(String className) {
    for (Orm mapper : ALL) {
      if (className.startsWith(mapper.prefix)) {
        return mapper;
      }
    }
    return null;
  }

  /** Whether a class of this name loads lazily. */
  public static boolean isLazyLoading(String className) {
    for (String prefix : LAZY) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static final Orm[] ALL = values();
}

package io.rowcall.core.callsite;

/** Library that writes SQL for the application: an object-relational mapper or a query builder. */
public enum Orm {
  SPRING_DATA("Spring Data"),
  HIBERNATE("Hibernate"),
  ECLIPSELINK("EclipseLink"),
  OPENJPA("OpenJPA"),
  EBEAN("Ebean"),
  MYBATIS("MyBatis"),
  JOOQ("jOOQ"),
  JDBI("Jdbi");

  private final String text;

  Orm(String text) {
    this.text = text;
  }

  /** The name as its users write it. */
  public String text() {
    return text;
  }
}

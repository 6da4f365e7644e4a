package io.rowcall.it.orm;

/** Hibernate 6, on jakarta. */
final class Hibernate6IT extends HibernateContract {

  Hibernate6IT() {
    super("hibernate6");
  }
}

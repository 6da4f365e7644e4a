package io.rowcall.it.orm;

/** Hibernate 6, with jakarta.persistence. */
final class Hibernate6IT extends HibernateContract {

  Hibernate6IT() {
    super("hibernate6");
  }
}

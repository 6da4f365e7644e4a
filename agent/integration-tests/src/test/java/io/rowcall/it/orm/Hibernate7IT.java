package io.rowcall.it.orm;

/** Hibernate 7, on jakarta. */
final class Hibernate7IT extends HibernateContract {

  Hibernate7IT() {
    super("hibernate7");
  }
}

package io.rowcall.it.orm;

/** Hibernate 7, with jakarta.persistence. */
final class Hibernate7IT extends HibernateContract {

  Hibernate7IT() {
    super("hibernate7");
  }
}

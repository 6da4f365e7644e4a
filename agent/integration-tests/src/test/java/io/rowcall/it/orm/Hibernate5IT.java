package io.rowcall.it.orm;

/** Hibernate 5, on javax. */
final class Hibernate5IT extends HibernateContract {

  Hibernate5IT() {
    super("hibernate5");
  }
}

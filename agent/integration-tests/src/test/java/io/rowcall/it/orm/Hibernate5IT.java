package io.rowcall.it.orm;

/** Hibernate 5, with javax.persistence. */
final class Hibernate5IT extends HibernateContract {

  Hibernate5IT() {
    super("hibernate5");
  }
}

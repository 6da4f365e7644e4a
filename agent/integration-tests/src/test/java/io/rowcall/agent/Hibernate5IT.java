package io.rowcall.agent;

/** Hibernate 5, on javax. */
final class Hibernate5IT extends HibernateContract {

  Hibernate5IT() {
    super("hibernate5");
  }
}

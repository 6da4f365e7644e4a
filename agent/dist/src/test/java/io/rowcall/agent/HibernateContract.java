package io.rowcall.agent;

import java.nio.file.Path;

/** Hibernate's lazy associations; the same source for every generation. */
abstract class HibernateContract extends LibraryContract {
  private final String service;

  HibernateContract(String service) {
    this.service = service;
  }

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of(service, folder);
  }

  @Override
  Path source() {
    return Path.of("hibernate5/src/main/java/io/acme/hibernate/HibernateLibrary.java");
  }

  @Override
  String caller() {
    return "loaded lazily by Hibernate";
  }

  @Override
  String readAdvice() {
    return "In Hibernate: JOIN FETCH, @EntityGraph, or @BatchSize";
  }

  @Override
  String writeAdvice() {
    return "hibernate.jdbc.batch_size";
  }
}

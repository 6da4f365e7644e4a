package io.rowcall.it.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Contract of Hibernate's lazy associations; one source of the service for all versions. */
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

  @Test
  void explainsTheSelectsOfSavingNewEntities() {
    JsonNode finding = report().onlyFinding("/save-new", "n+1-select");
    assertEquals("likely", finding.path("verdict").asText(), finding::toString);
    assertTrue(finding.path("evidence").toString().contains("what is new"), finding::toString);
    assertTrue(finding.path("advice").asText().contains("persist()"), finding::toString);
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

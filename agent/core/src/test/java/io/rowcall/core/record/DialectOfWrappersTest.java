package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.boot.Hooks;
import io.rowcall.boot.Slot;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.Normalised;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whose dialect a text is in, when wrappers that no name tells stand around the driver. */
final class DialectOfWrappersTest {
  private static final int UNKNOWN = Dialect.UNKNOWN.ordinal();
  private static final int MYSQL = Dialect.MYSQL.ordinal();
  private static final int H2 = Dialect.H2.ordinal();
  private static final String SQL = "SELECT \"a\" FROM pet WHERE b = \"secret\"";
  private static final String ON_MYSQL = "SELECT ? FROM pet WHERE b = ?: pet";
  private static final String ON_H2 = "SELECT \"a\" FROM pet WHERE b = \"secret\": PET";

  private final Object wrapper = new Object();
  private final Object driver = new Object();

  /** The ordinal that {@code boot} takes for it. */
  @Test
  void isUnknownAtZero() {
    assertEquals(0, UNKNOWN);
  }

  @Test
  void isTheDriversThatPreparesInside() {
    assertEquals(
        List.of(ON_H2),
        statements(
            () -> {
              Hooks.preparationStarts();
              Hooks.preparationStarts();
              Hooks.prepared(driver, SQL, H2);
              Hooks.prepared(new Object(), SQL, UNKNOWN);
              Hooks.prepared(wrapper, SQL, UNKNOWN);
              Hooks.executionEnds(Hooks.executionStarts(UNKNOWN), wrapper, null, false);
            }));
  }

  /** A pool that keeps statements asks no driver to prepare. */
  @Test
  void isTheDriversThatExecutesInside() {
    assertEquals(
        List.of(ON_H2),
        statements(
            () -> {
              Hooks.prepared(driver, "SELECT 1", MYSQL);
              Hooks.preparationStarts();
              Hooks.prepared(wrapper, SQL, UNKNOWN);
              for (int i = 0; i < 2; i++) {
                Slot slot = Hooks.executionStarts(UNKNOWN);
                Hooks.executionEnds(Hooks.executionStarts(UNKNOWN), new Object(), null, false);
                Hooks.executionEnds(Hooks.executionStarts(H2), driver, null, false);
                Hooks.executionEnds(slot, wrapper, null, false);
              }
            }));
  }

  @Test
  void isTheDriversForATextAndForABatchOfTexts() {
    List<String> both =
        statements(
            () -> {
              Slot slot = Hooks.executionStarts(UNKNOWN);
              Hooks.executionEnds(Hooks.executionStarts(H2), driver, SQL, H2, null, false);
              Hooks.executionEnds(slot, wrapper, SQL, UNKNOWN, null, false);
              Hooks.addBatch(driver, SQL, MYSQL);
              Hooks.addBatch(wrapper, SQL, UNKNOWN);
              slot = Hooks.batchStarts(wrapper, UNKNOWN);
              Hooks.batchEnds(Hooks.batchStarts(driver, MYSQL), driver, false);
              Hooks.batchEnds(slot, wrapper, false);
            });
    assertEquals(List.of(ON_H2, ON_MYSQL), both);
  }

  /** A trigger in Java may execute on another database. */
  @Test
  void isThatOfTheOutermostDriver() {
    assertEquals(
        List.of(ON_H2),
        statements(
            () -> {
              Slot slot = Hooks.executionStarts(UNKNOWN);
              Slot inside = Hooks.executionStarts(H2);
              Hooks.executionEnds(Hooks.executionStarts(MYSQL), new Object(), null, false);
              Hooks.executionEnds(inside, driver, SQL, H2, null, false);
              Hooks.executionEnds(slot, wrapper, SQL, UNKNOWN, null, false);
            }));
  }

  @Test
  void isReadCarefullyWhileNobodyKnows() {
    assertEquals(
        List.of("SELECT ? FROM pet WHERE b = ?: pet"),
        statements(
            () -> {
              Hooks.prepared(driver, SQL, H2);
              Hooks.preparationStarts();
              Hooks.prepared(wrapper, SQL, UNKNOWN);
              Hooks.executionEnds(Hooks.executionStarts(UNKNOWN), wrapper, null, false);
            }));
  }

  /** The statements that a request has executed, as text and tables, sorted. */
  private static List<String> statements(Runnable work) {
    Aggregate figures = new Script().request("/wrapped", work).figures();
    List<String> statements = new ArrayList<>();
    figures.statements.forEach(
        (statement, unused) ->
            statements.add(
                statement.text
                    + ": "
                    + String.join(
                        ",",
                        ((Normalised) Objects.requireNonNull(statement.scanned)).readTables())));
    statements.sort(String::compareTo);
    return statements;
  }
}

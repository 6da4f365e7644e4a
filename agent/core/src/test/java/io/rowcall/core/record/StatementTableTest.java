package io.rowcall.core.record;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class StatementTableTest {
  private static final int POSTGRES = Dialect.POSTGRESQL.ordinal();
  private final StatementTable table = new StatementTable();

  @Test
  void isOneForTextsThatDifferInTheirLiterals() {
    SqlStatement first = table.of("SELECT * FROM pet WHERE id = 1", POSTGRES);
    assertSame(first, table.of("select *  from pet where id = 25 -- again", POSTGRES));
    assertNotSame(first, table.of("SELECT * FROM owner WHERE id = 1", POSTGRES));
  }

  @Test
  void numbersStatementsWithoutGaps() {
    var ordinals = new HashSet<Integer>();
    for (int i = 0; i < 100; i++) {
      ordinals.add(table.of("SELECT * FROM t" + i + "x", POSTGRES).ordinal);
    }
    assertEquals(100, ordinals.size());
    assertTrue(ordinals.contains(SqlStatement.FIRST_ORDINAL), ordinals::toString);
    assertTrue(ordinals.contains(SqlStatement.FIRST_ORDINAL + 99), ordinals::toString);
  }

  @Test
  void countsStatementsBeyondTheBoundAsOther() {
    for (int i = 0; i < Limits.STATEMENTS; i++) {
      assertNotSame(SqlStatement.OTHER, table.of("SELECT * FROM t" + i + "x", POSTGRES));
    }
    assertSame(SqlStatement.OTHER, table.of("SELECT * FROM one_more", POSTGRES));
    assertEquals(1, table.overflowed());
    assertNotSame(SqlStatement.OTHER, table.of("SELECT * FROM t7x", POSTGRES));
  }

  @Test
  void keepsAtMostFourMegabytesOfGiantTexts() {
    String long1 = ", column_with_a_long_name".repeat(380);
    int kept = 0;
    for (int i = 0; i < 1_000; i++) {
      if (table.of("SELECT a" + i + "x" + long1 + " FROM t", POSTGRES) != SqlStatement.OTHER) {
        kept++;
      }
    }
    assertTrue(kept >= 400 && kept < 500, kept + " kept");
    assertEquals(1_000 - kept, table.overflowed());
  }

  @Test
  void remembersTheLongestListOfAStatement() {
    SqlStatement statement = table.of("SELECT * FROM pet WHERE id IN (1, 2)", POSTGRES);
    assertSame(statement, table.of("SELECT * FROM pet WHERE id IN (1, 2, 3, 4)", POSTGRES));
    assertSame(statement, table.of("SELECT * FROM pet WHERE id IN (?)", POSTGRES));
    assertEquals(4, statement.longestList);
  }

  @Test
  void keepsTheDialectOfAStatement() {
    SqlStatement statement = table.of("SELECT * FROM pet", Dialect.MYSQL.ordinal());
    assertEquals(Dialect.MYSQL, table.dialect(statement));
    assertEquals(Dialect.GENERIC, table.dialect(SqlStatement.OTHER));
  }

  /** Two databases in one JVM: {@code Pet} is two tables, and has two ids. */
  @Test
  void separatesDialects() {
    SqlStatement first = table.of("SELECT * FROM Pet WHERE id = 1", POSTGRES);
    SqlStatement other = table.of("SELECT * FROM Pet WHERE id = 2", Dialect.H2.ordinal());

    assertNotSame(first, other);
    assertEquals(first.text, other.text);
    assertNotEquals(first.id, other.id);
    assertSame(other, table.of("select * from Pet where id = 3 -- c", Dialect.H2.ordinal()));
    assertEquals(Dialect.POSTGRESQL, table.dialect(first));
    assertEquals(Dialect.H2, table.dialect(other));
  }

  /**
   * Before the dialect is known, a text is counted separately, and takes no id from a later one.
   */
  @Test
  void givesAnUnknownDialectAnIdOfItsOwn() {
    SqlStatement careful = table.of("SELECT * FROM pet", Dialect.UNKNOWN.ordinal());
    SqlStatement known = table.of("SELECT * FROM pet", POSTGRES);

    assertNotEquals(careful.id, known.id);
    assertEquals(((NormalizedSql) requireNonNull(known.scanned)).id(), known.id);
  }
}

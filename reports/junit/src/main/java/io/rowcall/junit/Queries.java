package io.rowcall.junit;

import java.util.List;

/**
 * The queries of a test, or of a {@link QueryCounter} recording: JDBC executions, one per round
 * trip. Includes those of servers in the same JVM that handled its requests. Immutable.
 */
public final class Queries {
  private final List<ExecutedStatement> statements;
  private final List<Finding> findings;
  private final long ambiguousRequests;
  private final long unfinishedRequests;

  Queries(
      List<ExecutedStatement> statements,
      List<Finding> findings,
      long ambiguousRequests,
      long unfinishedRequests) {
    this.statements = List.copyOf(statements);
    this.findings = List.copyOf(findings);
    this.ambiguousRequests = ambiguousRequests;
    this.unfinishedRequests = unfinishedRequests;
  }

  /** Number of all queries. */
  public long total() {
    return statements.stream().mapToLong(ExecutedStatement::executions).sum();
  }

  public long select() {
    return count("SELECT");
  }

  public long insert() {
    return count("INSERT");
  }

  public long update() {
    return count("UPDATE");
  }

  public long delete() {
    return count("DELETE");
  }

  /** Number of queries of all other kinds. */
  public long other() {
    return total() - select() - insert() - update() - delete();
  }

  private long count(String kind) {
    return statements.stream()
        .filter(statement -> statement.kind().equals(kind))
        .mapToLong(ExecutedStatement::executions)
        .sum();
  }

  /** In the order of their first execution; one entry per request that executed it. */
  public List<ExecutedStatement> statements() {
    return statements;
  }

  public List<Finding> findings() {
    return findings;
  }

  /** All likely and confirmed N+1. */
  public List<Finding> nPlusOnes() {
    return findings.stream().filter(Finding::isNPlusOne).toList();
  }

  /**
   * Requests that a server of this JVM handled while several tests were running, so that they
   * cannot be attributed to one of them. Their queries are not included.
   */
  public long ambiguousRequests() {
    return ambiguousRequests;
  }

  /** Requests that a server had not finished six seconds later. Their queries are not included. */
  public long unfinishedRequests() {
    return unfinishedRequests;
  }

  /** Statements with count, call sites and parent, and the findings, as in failure messages. */
  @Override
  public String toString() {
    return new FailureMessage(this).text();
  }
}

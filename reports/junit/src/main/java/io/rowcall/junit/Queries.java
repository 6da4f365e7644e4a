package io.rowcall.junit;

import java.util.List;

/**
 * The queries of a test, or of what {@link QueryCounter} has recorded: executions in JDBC, each one
 * round trip. What servers of the same JVM have asked for it is among them.
 */
public final class Queries {
  private final List<ExecutedStatement> statements;
  private final List<Finding> findings;
  private final int doubtfulRequests;
  private final int missingRequests;

  Queries(
      List<ExecutedStatement> statements,
      List<Finding> findings,
      int doubtfulRequests,
      int missingRequests) {
    this.statements = List.copyOf(statements);
    this.findings = List.copyOf(findings);
    this.doubtfulRequests = doubtfulRequests;
    this.missingRequests = missingRequests;
  }

  /** All queries. */
  public long total() {
    return statements.stream().mapToLong(ExecutedStatement::executions).sum();
  }

  public long select() {
    return ofKind("SELECT");
  }

  public long insert() {
    return ofKind("INSERT");
  }

  public long update() {
    return ofKind("UPDATE");
  }

  public long delete() {
    return ofKind("DELETE");
  }

  /** Neither of the four above. */
  public long other() {
    return total() - select() - insert() - update() - delete();
  }

  private long ofKind(String kind) {
    return statements.stream()
        .filter(statement -> statement.kind().equals(kind))
        .mapToLong(ExecutedStatement::executions)
        .sum();
  }

  /** In the order of their first executions; one entry for each request that executed it. */
  public List<ExecutedStatement> statements() {
    return statements;
  }

  public List<Finding> findings() {
    return findings;
  }

  /** Each N+1 that is more than a suspicion. */
  public List<Finding> nPlusOnes() {
    return findings.stream().filter(Finding::isNPlusOne).toList();
  }

  /**
   * Requests that a server of this JVM has served while several tests were running, so that nobody
   * can tell whose they are. Their queries are not among these.
   */
  public int doubtfulRequests() {
    return doubtfulRequests;
  }

  /** Requests that a server had not ended six seconds later. Their queries are not among these. */
  public int missingRequests() {
    return missingRequests;
  }

  /** The statements with count, call site and parent, and the findings; as failures show them. */
  @Override
  public String toString() {
    return new FailureMessage(this).text();
  }
}

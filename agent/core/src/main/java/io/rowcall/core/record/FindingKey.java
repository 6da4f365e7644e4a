package io.rowcall.core.record;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.findings.Check;
import io.rowcall.core.findings.Detection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a finding: check, endpoint, statement, pool. One instance is refilled for each
 * lookup, because most requests show only known findings; the map keeps copies.
 */
final class FindingKey {
  private @Nullable Check check;
  private String endpoint = "";
  private @Nullable SqlStatement statement;
  private @Nullable PoolStats pool;

  FindingKey fill(Detection found, String name) {
    check = found.check;
    endpoint = name;
    statement = found.statement;
    pool = found.pool;
    return this;
  }

  FindingKey copy() {
    FindingKey copy = new FindingKey();
    copy.check = check;
    copy.endpoint = endpoint;
    copy.statement = statement;
    copy.pool = pool;
    return copy;
  }

  @Override
  public int hashCode() {
    int hash = System.identityHashCode(check);
    hash = hash * 31 + endpoint.hashCode();
    hash = hash * 31 + System.identityHashCode(statement);
    return hash * 31 + System.identityHashCode(pool);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // One object per check, statement, and pool.
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof FindingKey)) {
      return false;
    }
    FindingKey key = (FindingKey) other;
    return check == key.check
        && statement == key.statement
        && pool == key.pool
        && Objects.equals(endpoint, key.endpoint);
  }
}

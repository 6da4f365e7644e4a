package io.rowcall.core.record;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.findings.Detection;
import io.rowcall.core.findings.FindingClass;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a finding: class, endpoint, statement, pool. Mutable: one instance is reused for
 * lookups, because most requests repeat known findings, and copied to be stored.
 */
final class FindingKey {
  private @Nullable FindingClass type;
  private String endpoint = "";
  private @Nullable SqlStatement statement;
  private @Nullable PoolStats pool;

  FindingKey of(Detection found, String name) {
    type = found.type;
    endpoint = name;
    statement = found.statement;
    pool = found.pool;
    return this;
  }

  FindingKey copy() {
    FindingKey copy = new FindingKey();
    copy.type = type;
    copy.endpoint = endpoint;
    copy.statement = statement;
    copy.pool = pool;
    return copy;
  }

  @Override
  public int hashCode() {
    int hash = type == null ? 0 : type.ordinal();
    hash = hash * 31 + endpoint.hashCode();
    hash = hash * 31 + System.identityHashCode(statement);
    return hash * 31 + System.identityHashCode(pool);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // There is one object for each statement and each pool.
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof FindingKey)) {
      return false;
    }
    FindingKey key = (FindingKey) other;
    return type == key.type
        && statement == key.statement
        && pool == key.pool
        && Objects.equals(endpoint, key.endpoint);
  }
}

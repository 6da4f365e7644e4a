package io.rowcall.junit;

import org.jspecify.annotations.Nullable;

/**
 * Something worth fixing in one request of a test.
 *
 * @param type {@code n+1-select}, {@code n+1-write}, {@code duplicate}, …
 * @param verdict {@code suspect}, {@code likely} or {@code confirmed}
 * @param sentence what was seen, where, and what to do
 * @param endpoint the request, as in {@link ExecutedStatement#endpoint}
 * @param sql the statement that is repeated or slow, or null
 * @param parent the statement whose rows the repeats are made for, or null
 * @param parentRows how many rows those were
 * @param parentSite where the parent comes from, or null
 */
public record Finding(
    String type,
    String verdict,
    String sentence,
    String endpoint,
    @Nullable String sql,
    @Nullable String parent,
    long parentRows,
    @Nullable String parentSite) {

  /** Whether it is an N+1 that is more than a suspicion. */
  public boolean isNPlusOne() {
    return type.startsWith("n+1") && !verdict.equals("suspect");
  }
}

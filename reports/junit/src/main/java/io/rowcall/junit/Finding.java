package io.rowcall.junit;

import org.jspecify.annotations.Nullable;

/**
 * A problem worth fixing in one request of a test.
 *
 * @param type {@code n+1-select}, {@code n+1-write}, {@code duplicate}, …
 * @param verdict {@code suspect}, {@code likely} or {@code confirmed}
 * @param sentence what was found, where, and how to fix it
 * @param endpoint the request, as in {@link ExecutedStatement#endpoint}
 * @param sql the repeated or slow statement; null if there is none
 * @param parent the statement whose rows are iterated; null if there is none
 * @param parentRows number of these rows
 * @param parentSite call site of the parent; null if there is none
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

  /** Whether this is a likely or confirmed N+1. */
  public boolean isNPlusOne() {
    return type.startsWith("n+1") && !verdict.equals("suspect");
  }
}

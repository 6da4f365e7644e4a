/**
 * The scanner of SQL texts: from what an application sent to the statement that a report counts.
 *
 * <p>Loader: the agent's own. Threads: any; {@link io.rowcall.core.sql.SqlNormalizer} keeps its
 * state in one object per call and {@link io.rowcall.core.sql.NormalizedSql} never changes. Called
 * once per text, at prepare time or first sight, never per execution. Imports nothing but {@code
 * java.lang} and the null annotations.
 *
 * <p>A text whose {@code Fingerprint} is known is not scanned. The way of another one: {@code
 * Lexer} cuts it into tokens, as its {@code Dialect} reads quotes and comments; {@code
 * PasswordMasker} says which of them are passwords; {@code TableExtractor} and {@code
 * StatementClassifier} watch the clauses go by; {@code NormalizedWriter} writes the normalized text
 * into {@code NormalizedText}, with one {@code ?} for each value and one element for each list of
 * equal elements. One pass, no exception, no look back: room is bounded by {@code NormalizedText}
 * (10,240 characters and a running hash), {@code NormalizedWriter.MAX_DEPTH} parentheses and 64
 * tables, whatever the input.
 *
 * <p>Two rules decide where a dialect leaves doubt. A value is worth more than a statement: what
 * may be a literal is written as {@code ?}, even if two statements merge, and {@code
 * NormalizedSql.approximate()} says so. And a table is never lost: names where a table stands are
 * kept as they were written.
 */
@org.jspecify.annotations.NullMarked
package io.rowcall.core.sql;

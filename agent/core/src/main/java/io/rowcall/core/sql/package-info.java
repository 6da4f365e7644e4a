/**
 * Normalization of SQL: from the text that an application sends to the statement that a report
 * counts.
 *
 * <p>Loader: the agent's own. Threads: any; {@link io.rowcall.core.sql.SqlNormalizer} keeps its
 * state in one object per call, and {@link io.rowcall.core.sql.NormalizedSql} is immutable. Runs
 * once per text, when it is prepared or first executed, never per execution. Imports nothing but
 * {@code java.lang} and the null annotations.
 *
 * <p>A text whose {@code Fingerprint} is known is not normalized. Otherwise {@code Lexer} splits it
 * into tokens according to the {@code Dialect}; {@code PasswordMasker} finds passwords; {@code
 * TableExtractor} and {@code StatementClassifier} follow the clauses; and {@code NormalizedWriter}
 * writes the canonical form to {@code NormalizedText}. It is one pass without exceptions or
 * backtracking. Memory is bounded for any input: 10,240 characters and a running hash, {@code
 * NormalizedWriter.MAX_DEPTH} parentheses, 64 tables.
 *
 * <p>Two rules decide what a dialect leaves open. Privacy comes before precision: what may be a
 * literal becomes {@code ?}, even if two statements become one, and {@code
 * NormalizedSql.approximate()} is set. And tables are never lost: a name in the place of a table is
 * kept as written.
 */
@org.jspecify.annotations.NullMarked
package io.rowcall.core.sql;

/** Instrumentations of JDBC: executions, bound values, rows and transactions. */
@NullMarked
package io.rowcall.core.weave.jdbc;

import org.jspecify.annotations.NullMarked;

/** The instrumentations of JDBC. */
@NullMarked
package io.rowcall.core.weave.jdbc;

import org.jspecify.annotations.NullMarked;

/**
 * Instrumentations of connection pools and data sources: how long threads wait for a connection and
 * hold it.
 */
@NullMarked
package io.rowcall.core.weave.pool;

import org.jspecify.annotations.NullMarked;

/**
 * Connection pools, and pools behind or in front of other wrappers: connections in use, waits and
 * leaks.
 *
 * <p>A new pool extends {@link io.rowcall.it.pool.PoolContract}.
 */
package io.rowcall.it.pool;

/**
 * Tasks on other threads: each execution counts for the request that caused it.
 *
 * <p>A new executor is a kind in the service {@code executors}; another Java version extends {@code
 * ThreadsContract}.
 */
package io.rowcall.it.threads;

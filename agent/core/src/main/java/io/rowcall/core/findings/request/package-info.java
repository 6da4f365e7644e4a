/**
 * One finished request as the checks see it: its executions by statement, and the ends of its
 * transactions.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> one at a time; instances are reused from
 * request to request. <b>May import:</b> {@code boot} and {@code sql}.
 */
@NullMarked
package io.rowcall.core.findings.request;

import org.jspecify.annotations.NullMarked;

/**
 * Parts of the N+1 checks: from a repeated statement to its parent, and to the reasons against it.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> one at a time. <b>May import:</b> {@code
 * boot}, {@code config}, {@code sql} and {@code findings.request}; findings themselves are unknown
 * here.
 */
@NullMarked
package io.rowcall.core.findings.nplusone;

import org.jspecify.annotations.NullMarked;

/**
 * Call sites: the application's line behind an execution, and the mapper between it and the driver.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> any; both types are immutable. <b>May
 * import:</b> nothing of the agent.
 */
@NullMarked
package io.rowcall.core.callsite;

import org.jspecify.annotations.NullMarked;

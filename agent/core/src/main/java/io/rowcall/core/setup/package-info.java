/**
 * What a setup lacks: why nothing, or not everything, is counted.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> any.
 */
@NullMarked
package io.rowcall.core.setup;

import org.jspecify.annotations.NullMarked;

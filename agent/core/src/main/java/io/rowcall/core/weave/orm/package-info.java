/**
 * Instrumentations of ORMs: which property of which entity is loaded lazily.
 *
 * <p><b>Loader:</b> the agent's own. <b>May import:</b> what {@link io.rowcall.core.weave} may.
 */
@NullMarked
package io.rowcall.core.weave.orm;

import org.jspecify.annotations.NullMarked;

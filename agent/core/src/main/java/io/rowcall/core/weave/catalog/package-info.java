/**
 * The list of instrumentations, and the trigger that starts the agent for them.
 *
 * <p>Above the instrumentations, which know only the mechanism of weaving below them.
 */
@NullMarked
package io.rowcall.core.weave.catalog;

import org.jspecify.annotations.NullMarked;

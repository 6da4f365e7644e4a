/**
 * Live view: the page, the current report, and metrics over HTTP, when {@code live.port} is set.
 * Loaded only then.
 */
@NullMarked
package io.rowcall.core.live;

import org.jspecify.annotations.NullMarked;

/**
 * Instrumentations of the clients of other services: HTTP, caches, document stores. Each call is
 * counted once, by the outermost client.
 */
@NullMarked
package io.rowcall.core.weave.call;

import org.jspecify.annotations.NullMarked;

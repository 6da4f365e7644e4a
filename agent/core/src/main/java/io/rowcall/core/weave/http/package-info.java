/**
 * Instrumentations of HTTP servers: where a request starts and ends, where its response is
 * committed, and who its user is.
 */
@NullMarked
package io.rowcall.core.weave.http;

import org.jspecify.annotations.NullMarked;

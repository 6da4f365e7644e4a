/**
 * The instrumentations of HTTP servers: where a request starts and ends, and where its response is
 * committed.
 */
@NullMarked
package io.rowcall.core.weave.http;

import org.jspecify.annotations.NullMarked;

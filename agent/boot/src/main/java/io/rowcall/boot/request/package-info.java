/**
 * Requests, the logs of what happens in them, and their path to the engine and back. Depends on
 * {@code state} only; values that belong to the layers above are opaque objects here. For loader,
 * threads, and imports see {@link io.rowcall.boot}.
 */
@NullMarked
package io.rowcall.boot.request;

import org.jspecify.annotations.NullMarked;

/**
 * Binds requests to the application's threads, tasks, and asynchronous responses. Knows {@code
 * request} and {@code state}, and no hook. For loader, threads, and imports see {@link
 * io.rowcall.boot}.
 */
@NullMarked
package io.rowcall.boot.context;

import org.jspecify.annotations.NullMarked;

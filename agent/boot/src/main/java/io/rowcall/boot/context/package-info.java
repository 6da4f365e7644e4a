/**
 * Binds requests to the application's threads, tasks, and asynchronous responses. Depends on {@code
 * request} and {@code state}, and on no hook. For loader, threads, and imports see {@link
 * io.rowcall.boot}.
 */
@NullMarked
package io.rowcall.boot.context;

import org.jspecify.annotations.NullMarked;

/**
 * Instrumentations of servers whose requests own no thread: where an exchange begins, where code of
 * it runs, and where its response is written.
 */
@NullMarked
package io.rowcall.core.weave.server;

import org.jspecify.annotations.NullMarked;

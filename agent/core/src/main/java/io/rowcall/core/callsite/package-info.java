/** Call sites: the application's lines from which statements are executed. */
@NullMarked
package io.rowcall.core.callsite;

import org.jspecify.annotations.NullMarked;

/** Monitoring, metrics and cache control. */
@NullMarked
package io.rowcall.sample.operations;

import org.jspecify.annotations.NullMarked;

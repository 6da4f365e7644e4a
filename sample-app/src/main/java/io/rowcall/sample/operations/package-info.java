/** What the people who run the service need: monitor, metrics, cache. */
@NullMarked
package io.rowcall.sample.operations;

import org.jspecify.annotations.NullMarked;

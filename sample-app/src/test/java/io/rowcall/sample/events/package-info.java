/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.sample.events;

import org.jspecify.annotations.NullMarked;

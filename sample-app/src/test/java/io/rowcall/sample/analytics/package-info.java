/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.sample.analytics;

import org.jspecify.annotations.NullMarked;

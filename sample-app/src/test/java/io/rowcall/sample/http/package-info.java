/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.sample.http;

import org.jspecify.annotations.NullMarked;

/** A service over one cache or pool at a time. */
@NullMarked
package io.acme.libraries;

import org.jspecify.annotations.NullMarked;

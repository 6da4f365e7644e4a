/** The same lookups in one cache at a time. */
@NullMarked
package io.acme.libraries.caches;

import org.jspecify.annotations.NullMarked;

/** The same lookups with any cache. */
@NullMarked
package io.acme.libraries.caches;

import org.jspecify.annotations.NullMarked;

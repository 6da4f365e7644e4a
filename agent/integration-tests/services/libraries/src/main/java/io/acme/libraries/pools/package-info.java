/** The same data access over one pool, or stack of pools and proxies, at a time. */
@NullMarked
package io.acme.libraries.pools;

import org.jspecify.annotations.NullMarked;

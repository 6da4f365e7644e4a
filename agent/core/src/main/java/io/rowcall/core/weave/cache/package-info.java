/** Caches: who is asked, and whether it knew. */
@NullMarked
package io.rowcall.core.weave.cache;

import org.jspecify.annotations.NullMarked;

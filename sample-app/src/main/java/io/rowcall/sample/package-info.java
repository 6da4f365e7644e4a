/**
 * A service in which every endpoint exists twice: as people first write it, and as it should be.
 */
@NullMarked
package io.rowcall.sample;

import org.jspecify.annotations.NullMarked;

/** The hot path. */
@org.jspecify.annotations.NullMarked
package io.rowcall.boot;

/**
 * Tests of a shop as its developers would write them; some fail on purpose. Run by the ITs only.
 */
@NullMarked
package io.acme.shop;

import org.jspecify.annotations.NullMarked;

/** Tests of a shop, as its developers write them; some are meant to fail. Run by ITs alone. */
@NullMarked
package io.acme.shop;

import org.jspecify.annotations.NullMarked;

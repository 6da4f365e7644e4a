/** Personalization, behavioral patterns and recommendations. */
@NullMarked
package io.rowcall.sample.analytics;

import org.jspecify.annotations.NullMarked;

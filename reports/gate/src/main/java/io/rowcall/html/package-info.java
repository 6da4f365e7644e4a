/** Renders a report, or a comparison of two, as one HTML page. */
@NullMarked
package io.rowcall.html;

import org.jspecify.annotations.NullMarked;

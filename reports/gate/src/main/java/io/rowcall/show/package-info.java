/** Renders a report, or the part of it that matches a filter, as text for people. */
@NullMarked
package io.rowcall.show;

import org.jspecify.annotations.NullMarked;

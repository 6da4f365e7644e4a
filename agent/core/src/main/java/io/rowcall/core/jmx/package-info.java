/** The totals as an MBean. Loaded when asked for: not every Java runtime has its module. */
@NullMarked
package io.rowcall.core.jmx;

import org.jspecify.annotations.NullMarked;

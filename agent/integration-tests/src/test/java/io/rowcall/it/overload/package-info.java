/** Far more of everything than the agent keeps. */
@NullMarked
package io.rowcall.it.overload;

import org.jspecify.annotations.NullMarked;

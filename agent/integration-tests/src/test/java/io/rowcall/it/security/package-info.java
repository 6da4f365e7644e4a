/** What must not leave the application, and what must not get into an output. */
@NullMarked
package io.rowcall.it.security;

import org.jspecify.annotations.NullMarked;

/** The app from outside, and the spying driver that counts independently of the agent. */
@NullMarked
package io.rowcall.sample;

import org.jspecify.annotations.NullMarked;

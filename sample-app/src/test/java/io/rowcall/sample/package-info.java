/** Tests of the app over HTTP, with a driver that counts independently of the agent. */
@NullMarked
package io.rowcall.sample;

import org.jspecify.annotations.NullMarked;

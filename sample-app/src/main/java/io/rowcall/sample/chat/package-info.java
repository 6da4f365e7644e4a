/** Conversations with an assistant that quotes its sources. */
@NullMarked
package io.rowcall.sample.chat;

import org.jspecify.annotations.NullMarked;

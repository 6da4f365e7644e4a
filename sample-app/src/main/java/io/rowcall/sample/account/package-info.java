/** The user's own data: usage, bot settings, subscription. */
@NullMarked
package io.rowcall.sample.account;

import org.jspecify.annotations.NullMarked;

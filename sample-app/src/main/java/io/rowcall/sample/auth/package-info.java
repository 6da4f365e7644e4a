/** Who asks: sessions and users, looked up anew or once. */
@NullMarked
package io.rowcall.sample.auth;

import org.jspecify.annotations.NullMarked;

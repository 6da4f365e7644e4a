/** Sessions and users, with and without a cache. */
@NullMarked
package io.rowcall.sample.auth;

import org.jspecify.annotations.NullMarked;

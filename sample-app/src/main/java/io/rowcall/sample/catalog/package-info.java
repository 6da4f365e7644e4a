/** What is said about each endpoint in one place: its paths, expected query counts and targets. */
@NullMarked
package io.rowcall.sample.catalog;

import org.jspecify.annotations.NullMarked;

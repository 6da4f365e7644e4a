/** My-500: contacts with their newest activities. */
@NullMarked
package io.rowcall.sample.contacts;

import org.jspecify.annotations.NullMarked;

/**
 * Reads reports with Jackson's data binding: strictly, part by part, and with the position of each
 * error. Not shipped with the agent, which only writes.
 */
@NullMarked
package io.rowcall.format.read;

import org.jspecify.annotations.NullMarked;

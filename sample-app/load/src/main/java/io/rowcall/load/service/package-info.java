/** The app as a child process, its HTTP client, and the figures that app and agent report. */
@NullMarked
package io.rowcall.load.service;

import org.jspecify.annotations.NullMarked;

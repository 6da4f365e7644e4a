/** Events from Slack. */
@NullMarked
package io.rowcall.sample.slack;

import org.jspecify.annotations.NullMarked;

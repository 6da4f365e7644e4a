/** Events that Slack delivers. */
@NullMarked
package io.rowcall.sample.slack;

import org.jspecify.annotations.NullMarked;

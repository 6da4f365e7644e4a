/** Load runs over variants, and their results. */
@NullMarked
package io.rowcall.load.run;

import org.jspecify.annotations.NullMarked;

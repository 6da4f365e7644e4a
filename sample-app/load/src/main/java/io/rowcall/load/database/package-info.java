/** Database servers for the demo, behind a proxy that adds latency. */
@NullMarked
package io.rowcall.load.database;

import org.jspecify.annotations.NullMarked;

/** Connection pools and data sources: how long a connection is waited for, and how long held. */
@NullMarked
package io.rowcall.core.weave.pool;

import org.jspecify.annotations.NullMarked;

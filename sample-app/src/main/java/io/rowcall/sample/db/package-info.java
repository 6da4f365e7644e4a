/** The database: pool, migrations, and the time a request spends in it. */
@NullMarked
package io.rowcall.sample.db;

import org.jspecify.annotations.NullMarked;

/** Database access: pool, migrations, and the time that a request spends in it. */
@NullMarked
package io.rowcall.sample.db;

import org.jspecify.annotations.NullMarked;

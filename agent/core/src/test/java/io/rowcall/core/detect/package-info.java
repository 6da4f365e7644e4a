@NullMarked
package io.rowcall.core.detect;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.rowcall.boot;

import org.jspecify.annotations.NullMarked;

/** Tests from a load to the verdict of a gate, with the packaged jars. */
@NullMarked
package io.rowcall.sample.gate;

import org.jspecify.annotations.NullMarked;

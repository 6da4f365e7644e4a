/** Load generator of the sample app: drives its variants under load and prints what it measured. */
@NullMarked
package io.rowcall.load;

import org.jspecify.annotations.NullMarked;

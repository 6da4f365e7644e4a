/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.load.service;

import org.jspecify.annotations.NullMarked;

/** Instrumentations of web frameworks that tell the route template of a request. */
@NullMarked
package io.rowcall.core.weave.route;

import org.jspecify.annotations.NullMarked;

/** Clients of other services: HTTP, Redis, and more. */
@NullMarked
package io.acme.libraries.calls;

import org.jspecify.annotations.NullMarked;

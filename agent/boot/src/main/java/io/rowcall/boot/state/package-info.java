/**
 * State of individual objects of the application: the interfaces that woven classes implement, what
 * stands in for them where no field can be added, and hashes of values. Depends on no other package
 * of the agent. For loader, threads, and imports see {@link io.rowcall.boot}.
 */
@NullMarked
package io.rowcall.boot.state;

import org.jspecify.annotations.NullMarked;
